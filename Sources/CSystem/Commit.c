// The commit that the program was built from. `make build` links a stronger definition of the string
// (Scripts/commit-object). In an archive that git made, git writes the commit here (.gitattributes); elsewhere it
// is not known.

#include "CSystem.h"

__attribute__((weak)) const char csystem_linked_commit[] = "$Format:%h$";

const char *csystem_commit(void) { return csystem_linked_commit[0] == '$' ? "" : csystem_linked_commit; }
