// The module has no code of its own: what it declares is in libFuzzer.
#include "CLibFuzzer.h"
