"""What people type: everyday words, right and wrong answers, and what no programmer expects."""

from pathlib import Path

_LEXICON = Path(__file__).parents[2] / "content" / "lexicon" / "es-CO"


def _everyday() -> list[str]:
    lines = [line.split("#")[0].split("=")[0].strip() for file in sorted(_LEXICON.glob("*.txt"))
             for line in file.read_text("utf-8").splitlines()]  # fmt: skip
    return [line for line in lines if line]


EVERYDAY = _everyday()
COMMANDS = [
    "/start", "/registrar", "/misdatos", "/ayuda", "/cancelar", "/permisos", "/silencio", "/mensajes", "/aviso",
    "/borrador", "/salud", "/encuesta", "/registrar ya mismo", "/START", "/ayuda@juntas_demo_bot", "/Misdatos", "/",
    "//", "/ registrar", "/😀", "/start@otro_bot x", "/" + "a" * 300,
]  # fmt: skip
CODES = ["", "registrar", "misdatos", "permisos", "ayuda", "borrador", "salud", "afiche-12", "a" * 64, "None"]
NAMES = [
    "Junta de Acción Comunal del barrio Manga", "JAC EL POZÓN SECTOR CENTRAL", "jac olaya", "Asojuntas Localidad 2",
    "Junta de Vivienda Comunitaria Los Inventados de la Urbanización Nueva Esperanza", "J", "ab", "ñ ñ ñ",
    "Junta " + "muy " * 22 + "larga", "N" * 60, "Nombre de sesenta y tantas letras, " + "o" * 85, "x" * 121,
    "Junta «Las Flores» (sector 2) & Cía.", "Junta O'Higgins \"La 14\"", "JAC\nde\ndos líneas", "Ĵúńťá " * 12,
]  # fmt: skip
BARRIOS = [
    "manga", "zaragosilla", "san pedro martir", "el poson", "olaya", "torices", "bocachica", "la boquiya", "ternera",
    "el bosque", "blas de leso", "getsemani", "pasacaballos", "nelson mandela", "barrio que no existe", "san", "isla",
    "histórica", "industrial y de la bahia", "virgen y turistica", "comuna 8", "la 3", "comuna 99", "rural",
]  # fmt: skip
NUMBERS = [
    "1", "2", "3", "8", "15", "0", "-1", "99", "1,5", "dos", "la segunda", "²", "٣", "10000000000000000000000", "1e9",
    "890480184-4", "8904801844", "890.480.184-4", "890480184-5", "890 480 184 4", "900123456-8", "1045678901",
    "300 000 4321", "+57 300 000 4321", "24/11/2026", "ayer", "mañana", "el martes", "31 de febrero", "2026-02-30",
]  # fmt: skip
STRANGE = [
    " ", "   ", "\n\n", "\u00a0", "\u200b", "\u3164", "\u2800", "\u200e\u200f", "😀", "👨‍👩‍👧‍👦🇨🇴", "🏠 mi junta 🏠",
    "مرحبا بالعالم",
    "\u202eatreuqse al ed satnuj", "שלום", "a\u0000b", "\u0007\u001b[31mrojo", "\ufeffhola", "e\u0301" * 30,
    "z\u0335\u0321\u0353" * 20, "'; DROP TABLE person; --", '" OR 1=1 --', "*negrita* _cursiva_ `código`",
    "[a](tg://user?id=1)",
    "||oculto||", "https://ejemplo.com/x?y=1", "t.me/juntas", "%s %d %n", "\\", "\\n", "../../etc/passwd", "¿?", "...",
    "y" * 4096, "la palabra " * 372, "😀" * 2048, "A" * 1000, "=1+1", "@juntas_demo_bot", "#hola", "sí.", "NO!!!",
    "Si, señor",
]  # fmt: skip
# What would be a mistake of ours if the bot said it: only some people type these, so that the others' chats tell.
TELLTALE = [
    "None", "null", "undefined", "NaN", "???", "{ $name }", "{}", "<b>negrita</b>", "</b>", "<script>alert(1)</script>",
    "&amp;", "&lt;b&gt;", "a < b & c > d", "registration-name", "barrio_other", "the error", "invalid value, please",
    "Traceback (most recent call last)", "<tg-spoiler>x</tg-spoiler>", "<a href='x'>",
]  # fmt: skip
FIRST_NAMES = [
    "Rosa", "Efraín", "María del Carmen", "J", "Ñ", "😀", "عبد الله", "N" * 64, "O'Brien «Cía»", "Luz & Mar",
    "\u3164",
    "Ana\u202easo", "Al", "Wilfrido Antonio de la Santísima Trinidad", "  Pedro  ", "Señora 🌺 Inventada 🌺",
]  # fmt: skip
LAST_NAMES = [None, "Inventada", "De Prueba", "Pérez Pérez", "L" * 64, "👑", "de los Ángeles Inventada Villarreal"]
TELLTALE_NAMES = ["None", "<b>Rosa</b>", "{ $name }", "null", "&amp;", "the_end"]
FORGED = [
    "", "x", ":", ":::", "::::", "go:", "go:salud", "go:registrar", "go:start", "go:x" * 8, "registro:kind:jac:0",
    "registro:summary:send:1", "registro:summary:send:99", "misdatos:erase:erase:1", "misdatos:erase:erase:99",
    "permisos:list:service:1", "bienvenida:age:yes:1", "bienvenida:service:yes:2", "a" * 64,
    "registro:kind:jac:9999999999",
    "registro:kind:jac:-1", "registro:kind:jac:²", "borrador:sure:yes:1", "None:None:None:1", "😀:😀:😀:1",
    "otro:x:y:1",
]  # fmt: skip
