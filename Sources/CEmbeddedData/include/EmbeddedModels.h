// The trained models that are compiled into the binary.
#ifndef EMBEDDEDMODELS_H
#define EMBEDDEDMODELS_H

#include <stddef.h>

/// The sequence model of attributions; `length` is set to its size in bytes.
static inline const void *galley_attribution(size_t *length) {
  extern const char galley_attribution_model[], galley_attribution_model_end[];
  *length = (size_t)(galley_attribution_model_end - galley_attribution_model);
  return galley_attribution_model;
}

/// The model of claims; `length` is set to its size in bytes.
static inline const void *galley_claims(size_t *length) {
  extern const char galley_claim_model[], galley_claim_model_end[];
  *length = (size_t)(galley_claim_model_end - galley_claim_model);
  return galley_claim_model;
}

/// The encoder of the careful engine; `length` is set to its size in bytes.
static inline const void *galley_encoder(size_t *length) {
  extern const char galley_encoder_model[], galley_encoder_model_end[];
  *length = (size_t)(galley_encoder_model_end - galley_encoder_model);
  return galley_encoder_model;
}

#endif
