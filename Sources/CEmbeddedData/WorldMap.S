// The outline of the world, as it stands in Sources/EmbeddedData/WorldMap.

    .section .rodata, "a", @progbits
    .balign 16
    .global galley_world_map
    .global galley_world_map_end
galley_world_map:
    .incbin "WorldMap/world.bin"
galley_world_map_end:

    .section .note.GNU-stack, "", @progbits
