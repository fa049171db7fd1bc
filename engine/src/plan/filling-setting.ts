/** `on` in transactions that fill rows of a table in use, so that triggers can tell them from others (docs/hazards). */
export const fillingSetting = 'trueup.filling'

/** In an expression. */
export const isFilling = `pg_catalog.current_setting('${fillingSetting}', true) = 'on'`
