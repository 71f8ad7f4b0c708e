import { isList } from '../aws/value.ts'
import { type Body, isBlocks, isExpression, isJson, type Value } from './expression.ts'

/** What a body names. */
export interface References {
  readonly resources: ReadonlySet<string>
  readonly variables: ReadonlySet<string>
}

/** The resources and variables that a body names, in whatever depth. */
export function referencesIn(body: Body): References {
  const resources = new Set<string>()
  const variables = new Set<string>()
  const inValue = (value: Value): void => {
    if (typeof value !== 'object') return
    if (isExpression(value)) {
      for (const piece of value.hcl) {
        if (typeof piece === 'string') continue
        if ('variable' in piece) variables.add(piece.variable)
        else resources.add('local' in piece ? piece.of : piece.resource)
      }
    } else if (isJson(value)) inValue(value.json)
    else for (const one of isList(value) ? value : Object.values(value)) if (one !== undefined) inValue(one)
  }
  const inBody = (members: Body): void => {
    for (const member of Object.values(members)) {
      if (member === undefined) continue
      if (isBlocks(member)) for (const one of member.blocks) inBody(one)
      else inValue(member)
    }
  }
  inBody(body)
  return { resources, variables }
}
