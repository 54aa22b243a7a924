// The data of name recognition, mapped into memory when it is first touched.
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

    embed cembedded_gazetteer, "Gazetteer/gazetteer.bin"
    embed cembedded_words, "NameLists/words.bin"
    embed cembedded_names_model, "Models/names.model"

#if defined(__linux__) && defined(__ELF__)
    .section .note.GNU-stack,"",%progbits
#endif
