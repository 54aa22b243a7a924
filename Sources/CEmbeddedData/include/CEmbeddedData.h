#ifndef CEMBEDDEDDATA_H
#define CEMBEDDEDDATA_H

#include "EmbeddedChecklists.h"
#include "EmbeddedEncodings.h"
#include "EmbeddedLexicons.h"
#include "EmbeddedModels.h"
#include "EmbeddedSpelling.h"
#include "EmbeddedTaxonomies.h"
#include "EmbeddedWorldMap.h"
#include "NameData.h"

#endif
