import type { Catalogue } from '../../aws/catalogue.ts'
import { zonesOf } from '../../aws/zonesOf.ts'
import { type TemplateTree, templateTrees } from '../../export/cloudformation/templateTrees.ts'
import type { Frame } from '../../import/cloudformation/evaluate/frame.ts'
import { openFrames } from '../../import/cloudformation/evaluate/openFrames.ts'
import { stackOf } from '../../import/cloudformation/evaluate/stackOf.ts'
import { RESOURCE_TYPES } from '../../import/cloudformation/resources/resourceTypes.ts'
import type { Evaluated, Properties, StackResource } from '../../import/cloudformation/stack.ts'
import { readTemplate } from '../../import/cloudformation/template/readTemplate.ts'
import type { Design } from '../../model/design.ts'
import type { Construct } from '../../model/kinds/registry.ts'
import { APART, type DrawnItem, likeType } from './item.ts'
import { simplify } from './simplify.ts'
import { isItems, isMembers, keyOfValue, type Members } from './value.ts'

/** What a design comes to as a template, by names; the same parts of two designs have the same ones. */
export function drawnItems(design: Design, catalogue: Catalogue): ReadonlyMap<string, DrawnItem> {
  const items = templateTrees(design, catalogue).flatMap((stack) => itemsOf(stack, catalogue))
  return new Map(items.map((item) => [item.name, item]))
}

function itemsOf(stack: TemplateTree, catalogue: Catalogue): readonly DrawnItem[] {
  const { tree, parts, given, accountId, regionCode } = stack
  const template = readTemplate({
    path: 'drawn.json',
    text: '',
    value: tree,
    problem: null,
    remarks: [],
    lines: new Map(),
  })
  const [open] = openFrames([template], {
    types: RESOURCE_TYPES,
    zones: (region) => Object.keys(zonesOf(catalogue, region)).sort(),
    // they are as good as the resources that they stand for
    given: () => Object.fromEntries([...given].map((name) => [name, name])),
  })
  const { frame } = open!
  return stackOf(frame).resources.flatMap((resource): readonly DrawnItem[] => {
    const part = parts.get(resource.logicalId)
    if (!part) return []
    const { attributes, props } = writtenIn(resource, frame, given, part.construct)
    const whole: DrawnItem = {
      name: resource.logicalId,
      key: part.key,
      construct: part.construct.id,
      type: likeType(resource.type),
      props,
      evaluated: resource.properties,
      within: null,
      dependsOn: resource.dependsOn,
      attributes,
      accountId,
      regionCode,
    }
    return [withoutLists(whole), ...apartOf(whole)]
  })
}

function writtenIn({ logicalId }: StackResource, frame: Frame, given: ReadonlySet<string>, construct: Construct) {
  const { Type, Condition, DependsOn, Properties, ...rest } = frame.template.resources[logicalId] as Members
  const { PolicyDocument, ...others } = withoutOwnTags(simplify(Properties ?? {}, frame, given) as Members)
  // the policy that AWS has anyway
  const isUsual = PolicyDocument === undefined || ('policy' in construct && construct.policy === null)
  return { attributes: rest, props: isUsual ? others : { ...others, PolicyDocument } }
}

const OWN_TAG = /^hopwise:/

/** Tags by which Hopwise finds its own are no matter of another template. */
const withoutOwnTags = (props: Members): Members =>
  Object.fromEntries(
    Object.entries(props).map(([name, value]) => [
      name,
      /Tags$/.test(name) && isItems(value)
        ? value.filter((tag) => !(isMembers(tag) && OWN_TAG.test(String(tag.Key ?? tag.key))))
        : value,
    ]),
  )

/** Items of lists that may be resources of their own. */
function apartOf(whole: DrawnItem): readonly DrawnItem[] {
  const seen = new Map<string, number>()
  return (APART[whole.type] ?? []).flatMap(({ list, type, owner }) => {
    const raw = whole.props[list]
    const evaluated = whole.evaluated[list]
    if (!isItems(raw) || !Array.isArray(evaluated)) return []
    return raw.map((one, index): DrawnItem => {
      const said = `${list} ${keyOfValue(one)}`
      const count = (seen.get(said) ?? 0) + 1
      seen.set(said, count)
      return {
        ...whole,
        name: `${whole.name} ${said} ${count}`,
        type,
        props: { ...(one as Members), [owner]: { 'Fn::GetAtt': [whole.name, owner] } },
        evaluated: { ...((evaluated as readonly Evaluated[])[index] as Properties), [owner]: whole.name },
        within: { name: whole.name, list },
        dependsOn: [],
        attributes: {},
      }
    })
  })
}

function withoutLists(whole: DrawnItem): DrawnItem {
  const lists = new Set((APART[whole.type] ?? []).map(({ list }) => list))
  const keep = <T extends object>(members: T): T =>
    Object.fromEntries(Object.entries(members).filter(([name]) => !lists.has(name))) as T
  return { ...whole, props: keep(whole.props), evaluated: keep(whole.evaluated) }
}
