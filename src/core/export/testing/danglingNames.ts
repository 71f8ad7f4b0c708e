import { namesIn } from '../cloudformation/namesIn.ts'
import type { TreeObject } from '../cloudformation/resource.ts'

/** Names that a template (JSON) refers to and has neither as a resource nor as a parameter. */
export function danglingNames(text: string): readonly string[] {
  const template = JSON.parse(text) as { Parameters?: TreeObject; Resources: TreeObject; Outputs?: TreeObject }
  const known = new Set([...Object.keys(template.Parameters ?? {}), ...Object.keys(template.Resources)])
  const { Resources, Outputs = {} } = template
  const depends = Object.values(Resources).flatMap((one) => (one as { DependsOn?: readonly string[] }).DependsOn ?? [])
  return [...namesIn(Resources), ...namesIn(Outputs), ...depends].filter(
    (name) => !name.startsWith('AWS::') && !known.has(name),
  )
}

/** Ids that a script reads in a line before any line sets them. */
export function unsetVariables(text: string): readonly string[] {
  const set = new Set<string>()
  const unset: string[] = []
  for (const line of text.split('\n')) {
    for (const [, name] of line.matchAll(/\bid_([A-Za-z0-9]+)(?:_block)?=/g)) set.add(name!)
    for (const [, name] of line.matchAll(/\bmissing \S+ \S+ ([A-Za-z0-9]+)\b/g)) set.add(name!)
    for (const [, name] of line.matchAll(/\$\{?id_([A-Za-z0-9]+)/g)) if (!set.has(name!)) unset.push(name!)
  }
  return unset
}

/** Ids that a creating script of PowerShell uses and that no line of it knows. */
export const unsetIds = (script: string): readonly string[] => {
  const known = new Set(
    [...script.matchAll(/\$id\['(\w+)'\] = |(?:Missing|Given) (?:'[\w-]+' \S+ )?'(\w+)'/g)].map(
      ([, set, found]) => set ?? found,
    ),
  )
  return [...new Set([...script.matchAll(/\$id\['(\w+)'\]/g)].map(([, name]) => name!))].filter(
    (name) => !known.has(name),
  )
}
