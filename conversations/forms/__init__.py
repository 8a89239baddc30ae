"""Questionnaires in the XLSForm standard: read, filled question by question, checked, handed over.

How the rest of the program uses it::

    form = read_form(xml)                                     # reading: ODK XForm XML → Form; UnreadableForm
    filling = start(form, Setting(identity, zone), now)       # instance: or rebuild(form, setting, log, now)
    stop = first_open(filling)                                # walking: next_stop, previous_stop, progress
    question = asked(filling, stop.key)                       # asking: label, hint, choices, what is stored
    value = read_answer(text, question, speech)               # codecs: the value to store, or Rejected(key, args)
    wrong = filling.answer(stop.key, value, now, by)          # None, or Violation(rule, the form's own message)
    filling.put(stop.key, "", now, by)                        # passed over, or prefilled (by=BY_FORM)
    filling.add(parent_key, "person", now, by)                # one more of a repeat; remove, no_more
    result = finish(filling, now)                             # finishing: Submission(record, xml), or refusals

Store ``filling.log`` (``Entry.to_json``): it only grows, and it is the truth; what came after the last stored entry is
new. A filling is cheap to rebuild, so nothing else has to be kept: the place in the form is a key such as
``/data/person{2}/age``, which lasts. Free texts are taken out of a log with ``entries.erased``.
"""
