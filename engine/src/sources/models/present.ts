type Present<Fields> = {
  [Key in keyof Fields as undefined extends Fields[Key] ? never : Key]: Fields[Key]
} & {
  [Key in keyof Fields as undefined extends Fields[Key] ? Key : never]?: Exclude<Fields[Key], undefined>
}

/** The fields that have a value: an optional field is absent in our records, never there as undefined. */
export function present<Fields extends object>(fields: Fields): Present<Fields> {
  const found: Partial<Fields> = {}
  for (const key in fields) if (fields[key] !== undefined) found[key] = fields[key]
  return found as unknown as Present<Fields>
}
