/** How words stand out; without colour they stay as they are. */
export interface Style {
  readonly bold: Paint
  readonly dim: Paint
  readonly red: Paint
  readonly green: Paint
  readonly yellow: Paint
  readonly cyan: Paint
}
type Paint = (text: string) => string

/** A terminal as far as a report has to know it. */
export interface Screen {
  readonly style: Style
  /** Prose is broken at this column; SQL never is, so that it can be copied. */
  readonly columns: number
}

export function styleOf(colour: boolean): Style {
  const paint =
    (on: number, off: number): Paint =>
    (text) =>
      colour && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text
  return {
    bold: paint(1, 22),
    dim: paint(2, 22),
    red: paint(31, 39),
    green: paint(32, 39),
    yellow: paint(33, 39),
    cyan: paint(36, 39),
  }
}
