/** What happens on the way, for whoever watches; bytes are of rows as COPY writes them. */
export type BackupEvent =
  | { readonly kind: 'started'; readonly tables: number }
  | { readonly kind: 'copied'; readonly bytes: number }
  | { readonly kind: 'table-finished'; readonly table: string; readonly rows: number }
  | { readonly kind: 'finishing'; readonly statements: number }
  | { readonly kind: 'statement-finished'; readonly target: string }

export type BackupObserver = (event: BackupEvent) => void
