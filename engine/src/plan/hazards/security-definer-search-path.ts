import type { HazardRule } from './hazard.ts'

/** It runs with its owner's rights and finds names in whatever schemas its caller says (manual: CREATE FUNCTION). */
export const securityDefinerSearchPath: HazardRule = {
  code: 'security-definer-search-path',
  find({ step, to }) {
    const object = to.get(step.target)
    if (object?.kind !== 'function' || !/^CREATE OR REPLACE /.test(step.sql)) return []
    // everything before the body, as pg_get_functiondef lays it out
    const header = object.attributes.definition.split(/^(?:AS |BEGIN ATOMIC|RETURN )/m)[0] ?? ''
    const isOpen = /\bSECURITY DEFINER\b/.test(header) && !/^ SET search_path /m.test(header)
    return isOpen ? [{ object: step.target }] : []
  },
}
