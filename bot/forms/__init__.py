"""Forms on their way between files, the compiler in its child process, and the conversation."""
