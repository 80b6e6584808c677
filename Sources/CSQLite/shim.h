#include <sqlite3.h>

/* The two destructor constants are casts of integers, which Swift does not import. */
static inline sqlite3_destructor_type csqlite_static(void) { return SQLITE_STATIC; }
static inline sqlite3_destructor_type csqlite_transient(void) { return SQLITE_TRANSIENT; }

/* Variadic, so out of Swift's reach. Without the statistics of memory use, which nobody reads, an allocation takes no lock.
   Only before the library is used for the first time; later it does nothing. */
static inline int csqlite_config_without_memory_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
