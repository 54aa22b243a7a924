#ifndef CEMBEDDEDDATA_H
#define CEMBEDDEDDATA_H

#include "EmbeddedTaxonomies.h"

#endif
