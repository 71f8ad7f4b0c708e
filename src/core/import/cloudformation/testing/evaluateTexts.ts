import { parseFile } from '../../parseFile.ts'
import type { ImportNote } from '../../report.ts'
import { createNoteTaker } from '../../report.ts'
import { type OpenFrame, openFrames } from '../evaluate/openFrames.ts'
import { stackOf } from '../evaluate/stackOf.ts'
import type { ResourceType } from '../resources/resourceType.ts'
import type { Evaluated, Stack } from '../stack.ts'
import { tellFrame, tellValues } from '../tellStacks.ts'
import { readTemplate } from '../template/readTemplate.ts'

const knows = new Set(['CidrBlock', 'Tags', 'VpcId', 'BucketName', 'Name', 'PolicyDocument', 'Value'])
const row = (more: Partial<ResourceType> = {}): ResourceType => ({ knows, put: () => {}, ...more })

/** A few types with what `Ref` and `Fn::GetAtt` give. */
export const FEW_TYPES: Readonly<Record<string, ResourceType>> = {
  'AWS::EC2::VPC': row({
    attributes: {
      CidrBlock: ({ property }) => property('CidrBlock'),
      DefaultSecurityGroup: ({ id }) => `${id}.default`,
    },
  }),
  'AWS::EC2::Subnet': row(),
  'AWS::EC2::VPCEndpoint': row(),
  'AWS::S3::Bucket': row({ ref: ({ id, property }) => property('BucketName') ?? id }),
}

/** What templates come to, with a small table of types. */
export function evaluateTexts(
  texts: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>> = {},
  types: Readonly<Record<string, ResourceType>> = FEW_TYPES,
): {
  readonly stacks: readonly Stack[]
  readonly tops: readonly OpenFrame[]
  readonly notes: readonly ImportNote[]
  /** A property by the id of its resource. */
  value(id: string, name?: string): Evaluated | undefined
} {
  const templates = Object.entries(texts).map(([path, text]) => {
    const file = parseFile({ path, text })
    if (file.problem !== null) throw new Error(`${path}: ${file.problem}`)
    return readTemplate(file)
  })
  const tops = openFrames(templates, {
    types,
    zones: (region) => ['a', 'b', 'c'].map((letter) => `${region}${letter}`),
    given: ({ parameters }) => Object.fromEntries(Object.entries(given).filter(([name]) => name in parameters)),
  })
  const frames = (open: OpenFrame): OpenFrame[] => [open, ...open.nested.flatMap(frames)]
  const stacks = tops.flatMap(frames).map(({ frame }) => stackOf(frame))
  const taker = createNoteTaker()
  for (const top of tops) tellFrame(taker, top)
  tellValues(taker, stacks, (type) => types[type] ?? null)
  return {
    stacks,
    tops,
    notes: taker.notes,
    value: (id, name = 'Value') =>
      stacks.flatMap(({ resources }) => resources).find((resource) => resource.id === id)?.properties[name],
  }
}
