// The trained models, as they stand in Sources/EmbeddedData/Models.

    .section .rodata, "a", @progbits
    .balign 16
    .global galley_attribution_model
    .global galley_attribution_model_end
galley_attribution_model:
    .incbin "Models/attribution.crf"
galley_attribution_model_end:

    .balign 16
    .global galley_claim_model
    .global galley_claim_model_end
galley_claim_model:
    .incbin "Models/claims.model"
galley_claim_model_end:

    .balign 64
    .global galley_encoder_model
    .global galley_encoder_model_end
galley_encoder_model:
    .incbin "Models/encoder.bin"
galley_encoder_model_end:

    .section .note.GNU-stack, "", @progbits
