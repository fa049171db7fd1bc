/** What people call a table, by language. It is shown in reports and kept out of the database. */
export interface Label {
  readonly en?: string
  readonly ko?: string
}
