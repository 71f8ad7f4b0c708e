import type { Field } from '../definition.ts'
import type { PolicyUse } from '../policyUse.ts'

const documentField = {
  key: 'document',
  label: 'Policy',
  input: 'policy',
  none: 'Nobody said what stands in it: what hangs on it cannot be told',
} as const

const nameField = { key: 'name', label: 'Name', input: 'text' } as const

/** A list of policies by name. */
export const policyRows = <const K extends string, const L extends string>(
  key: K,
  label: L,
  help: string,
  most = 100,
  use: PolicyUse = 'identity',
) =>
  ({
    key,
    label,
    input: 'rows',
    rowLabel: 'Policy',
    most,
    blank: { name: 'policy', document: null },
    help,
    of: [nameField, { ...documentField, use }],
  }) as const

/** Policies of an organisation, level by level. */
export const levelRows = <const K extends string, const L extends string>(
  key: K,
  label: L,
  help: string,
  use: 'scp' | 'rcp',
) =>
  ({
    key,
    label,
    input: 'rows',
    rowLabel: 'Level',
    most: 10,
    blank: { target: 'root', policies: [] },
    help,
    of: [
      { key: 'target', label: 'Root, unit or account', input: 'text' },
      policyRows('policies', 'Policies', 'One of them must allow.', 100, use),
    ],
  }) as const satisfies Field
