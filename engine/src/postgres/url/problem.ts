/** What can be wrong with a connection URL. Never holds a piece of the URL that may belong to the password. */
export type UrlProblem =
  | { readonly kind: 'url-scheme' }
  | { readonly kind: 'url-unreadable' }
  | { readonly kind: 'url-ambiguous' }
  | { readonly kind: 'url-percent'; readonly part: UrlPart }
  | { readonly kind: 'url-several-hosts' }
  | { readonly kind: 'url-host' }
  | { readonly kind: 'url-port' }
  | { readonly kind: 'url-parameter-unknown'; readonly name: string; readonly similar: string | undefined }
  | { readonly kind: 'url-parameter-unsupported'; readonly name: string }
  | { readonly kind: 'url-parameter-value'; readonly name: string; readonly legal: string }
  | { readonly kind: 'url-parameter-needs'; readonly name: string; readonly needs: string }

export type UrlPart = 'user' | 'password' | 'host' | 'database' | 'parameter'
