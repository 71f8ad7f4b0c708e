import { settingsOf } from '../aws/settings.ts'
import { isLater, isList, type Value } from '../aws/value.ts'
import { namesFile } from '../commands/word.ts'
import type { Part } from '../plan/part.ts'
import type { ExportPlan } from '../plan/planExport.ts'
import { addRemark } from '../plan/planning.ts'
import type { ExportRemark } from '../types.ts'

/** Values that the AWS CLI would read from a file or an address, and that are written otherwise therefore. */
export function explainFiles(plan: ExportPlan): readonly ExportRemark[] {
  const remarks: ExportRemark[] = []
  for (const part of plan.stacks.flatMap(({ parts }) => parts))
    for (const text of new Set(textsOf(part).filter(namesFile)))
      addRemark(
        { remarks },
        part.construct,
        `the AWS CLI would put what lies at “${text}” in its place. It is written with a space in front.`,
      )
  return remarks
}

/** Texts that stand alone as a value of an option; inside of a structure they are never read as files. */
const textsOf = (part: Part): readonly string[] =>
  Object.values(settingsOf(part)).flatMap((value) => (isList(value) ? value : [value]).flatMap(textOf))

const textOf = (value: Value | undefined): string | readonly never[] => {
  if (typeof value === 'string') return value
  return value !== undefined && isLater(value) && value.later === 'regional' ? value.text : []
}
