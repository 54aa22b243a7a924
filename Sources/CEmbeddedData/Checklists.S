// The checklists, as they stand in Sources/EmbeddedData/Checklists.

    .section .rodata, "a", @progbits

.macro checklist name, file
    .global galley_checklist_\name
    .global galley_checklist_\name\()_end
galley_checklist_\name:
    .incbin "\file"
galley_checklist_\name\()_end:
.endm

    checklist news_report, "Checklists/news-report.toml"
    checklist class, "Checklists/class.toml"

    .section .note.GNU-stack, "", @progbits
