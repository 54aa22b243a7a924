// For the assembler: brings files into the binary, between NAME_start and NAME_end, mapped into memory when they are
// first touched. Editing a file that is included in this way does not rebuild it: touch the .S file that names it.

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

#if defined(__linux__) && defined(__ELF__)
    .section .note.GNU-stack,"",%progbits
    .section .rodata
#endif
