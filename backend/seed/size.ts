/** How much of everything a scale asks for. */
export interface MarketSize {
  readonly users: number
  /** Requested images: each is a moment of the market's story. */
  readonly ticks: number
}

/** Scale 1 is about 10^5 rows over all thirteen tables, scale 100 about 10^7. */
export function marketSize(scale: number): MarketSize {
  return { users: Math.max(20, Math.round(2_000 * scale)), ticks: Math.max(40, Math.round(18_000 * scale)) }
}
