#ifndef CEMBEDDEDDATA_H
#define CEMBEDDEDDATA_H

#include "EmbeddedModels.h"
#include "EmbeddedTaxonomies.h"

#endif
