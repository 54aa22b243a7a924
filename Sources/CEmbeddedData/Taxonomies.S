// The packs of terms, as they stand in Sources/EmbeddedData/Taxonomies.

    .section .rodata, "a", @progbits

.macro taxonomy name, file
    .global galley_taxonomy_\name
    .global galley_taxonomy_\name\()_end
galley_taxonomy_\name:
    .incbin "\file"
galley_taxonomy_\name\()_end:
.endm

    taxonomy bias, "Taxonomies/bias.toml"
    taxonomy verification, "Taxonomies/verification.toml"
    taxonomy propaganda, "Taxonomies/propaganda.toml"
    taxonomy status, "Taxonomies/status.toml"

    .section .note.GNU-stack, "", @progbits
