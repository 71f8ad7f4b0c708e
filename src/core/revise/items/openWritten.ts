import type { Catalogue } from '../../aws/catalogue.ts'
import type { Frame } from '../../import/cloudformation/evaluate/frame.ts'
import { stackOf } from '../../import/cloudformation/evaluate/stackOf.ts'
import { openTemplates, withNested } from '../../import/cloudformation/importTemplates.ts'
import type { ParameterValues } from '../../import/cloudformation/parameters/readParameterFile.ts'
import { RESOURCE_TYPES } from '../../import/cloudformation/resources/resourceTypes.ts'
import type { Evaluated, Properties, StackResource } from '../../import/cloudformation/stack.ts'
import { readTemplate, type Template } from '../../import/cloudformation/template/readTemplate.ts'
import { asSection, memberOf } from '../../import/cloudformation/template/section.ts'
import { type ParsedFile, parseFile } from '../../import/parseFile.ts'
import { createNoteTaker } from '../../import/report.ts'
import type { DesignSource } from '../../model/designSource.ts'
import { APART, likeType, type WrittenItem } from './item.ts'
import { isMembers } from './value.ts'

/** Templates that somebody wrote, with everything that they come to. */
export interface Written {
  readonly source: DesignSource
  readonly items: readonly WrittenItem[]
  readonly frames: readonly Frame[]
  /** Stacks that no other one nests, by which values of parameters can be changed. */
  readonly tops: ReadonlySet<Frame>
  /** A template as its text has it, without what transforms make of it. */
  template(file: string): Template
  /** Values of the parameters of a stack that are given, and not defaults. */
  given(frame: Frame): ParameterValues
  /** Files that say values of parameters, as they are read. */
  readonly parameterFiles: readonly ParsedFile[]
}

/** Opens the templates of a source; a sentence where there are none any more. */
export function openWritten(source: DesignSource, catalogue: Catalogue): Written | string {
  const files = source.files.map(({ path, text }) => parseFile({ path, text: text.replace(/^\ufeff/, '') }))
  const opened = openTemplates(files, { parameters: source.parameters, catalogue }, RESOURCE_TYPES, createNoteTaker())
  if (typeof opened === 'string') return opened
  const { tops, values, used } = opened
  const frames = tops.flatMap(withNested).map(({ frame }) => frame)
  const templates = new Map<string, Template>()
  const template = (file: string): Template => {
    let known = templates.get(file)
    if (!known) {
      known = readTemplate(files.find(({ path }) => path === file)!)
      templates.set(file, known)
    }
    return known
  }
  const uses = new Map<string, number>()
  for (const {
    template: { file },
  } of frames)
    uses.set(file, (uses.get(file) ?? 0) + 1)
  const items = frames.flatMap((frame) => {
    const { file } = frame.template
    return stackOf(frame).resources.flatMap((resource) =>
      itemsOf(resource, frame, template(file), uses.get(file) === 1),
    )
  })
  return {
    source,
    items,
    frames,
    tops: new Set(tops.map(({ frame }) => frame)),
    template,
    given: (frame) => values.get(frame.template) ?? {},
    parameterFiles: files.filter(({ path }) => used.has(path)),
  }
}

function itemsOf(
  { logicalId, id, type, properties }: StackResource,
  frame: Frame,
  { resources }: Template,
  isOnly: boolean,
): readonly WrittenItem[] {
  const raw = asSection(memberOf(resources, logicalId))
  const isSam = raw.Type === 'AWS::Serverless::Function' && type === 'AWS::Lambda::Function'
  const whole: WrittenItem = {
    key: id,
    frame,
    logicalId,
    id,
    type: likeType(type),
    // what a loop or a transform makes, and what several stacks are made of, stands nowhere by itself
    base: isOnly && (raw.Type === type || isSam) ? ['Resources', logicalId, 'Properties'] : null,
    isSam,
    evaluated: properties,
    within: null,
  }
  const apart = (APART[type] ?? []).flatMap(({ list, type: own, owner, by }) => {
    const evaluated = properties[list] ?? []
    // one item may stand there without a list
    const items = Array.isArray(evaluated) ? (evaluated as readonly Evaluated[]) : [evaluated as Evaluated]
    return items.flatMap((one, index): WrittenItem[] =>
      isMembers(one)
        ? [
            {
              ...whole,
              key: `${id} ${list} ${index}`,
              type: own,
              evaluated: { ...(one as Properties), [owner]: by === null ? id : (properties[by] ?? null) },
              within: { list, index },
            },
          ]
        : [],
    )
  })
  return [whole, ...apart]
}
