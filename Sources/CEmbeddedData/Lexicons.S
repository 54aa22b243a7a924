// The lexicons of the languages, mapped into memory when they are first touched.
// Editing a file that is included here does not rebuild it: touch this file.

#if defined(__APPLE__)
#define SYMBOL(name) _##name
    .section __DATA,__const
#else
#define SYMBOL(name) name
    .section .rodata
#endif

.macro embed name, file
    .globl SYMBOL(\name\()_start)
    .globl SYMBOL(\name\()_end)
    .balign 64
SYMBOL(\name\()_start):
    .incbin "\file"
SYMBOL(\name\()_end):
    .byte 0
.endm

    embed cembedded_lexicon_en, "Lexicons/en.lexicon"
    embed cembedded_lexicon_de, "Lexicons/de.lexicon"
    embed cembedded_lexicon_fr, "Lexicons/fr.lexicon"
    embed cembedded_lexicon_es, "Lexicons/es.lexicon"

#if defined(__linux__) && defined(__ELF__)
    .section .note.GNU-stack,"",%progbits
#endif
