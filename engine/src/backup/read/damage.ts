/** What is wrong with a file of a backup. */
export interface Damage {
  readonly path: string
  readonly problem: 'missing' | 'size' | 'checksum' | 'path' | 'unreadable' | 'rows'
}
