// The indexes of legacy encodings, as they stand in Sources/EmbeddedData/Encodings.

    .section .rodata, "a", @progbits
    .balign 16
    .global galley_legacy_indexes
    .global galley_legacy_indexes_end
galley_legacy_indexes:
    .incbin "Encodings/encodings.bin"
galley_legacy_indexes_end:

    .section .note.GNU-stack, "", @progbits
