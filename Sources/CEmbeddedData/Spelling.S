// The English words that tell a spelling mistake from another word, mapped when they are first asked for.
// Editing a file that is included here does not rebuild it: touch this file.

#if defined(__APPLE__)
    .section __DATA,__const
    .globl _cembedded_english_words_start
    .globl _cembedded_english_words_end
    .balign 64
_cembedded_english_words_start:
    .incbin "Spelling/english.bloom"
_cembedded_english_words_end:
    .byte 0
#else
    .section .rodata
    .globl cembedded_english_words_start
    .globl cembedded_english_words_end
    .balign 64
cembedded_english_words_start:
    .incbin "Spelling/english.bloom"
cembedded_english_words_end:
    .byte 0
#endif

#if defined(__linux__) && defined(__ELF__)
    .section .note.GNU-stack,"",%progbits
#endif
