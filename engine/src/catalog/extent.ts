/**
 * How far a desired catalog speaks for a database: for the schemas that it mentions, for those of a list, or for all of
 * it, so that what it lacks should not be there, schemas and objects that live in none included.
 */
export type Extent = 'mentioned-schemas' | 'whole-database' | readonly string[]
