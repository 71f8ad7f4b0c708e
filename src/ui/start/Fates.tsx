import {
  describeFilePlace,
  FATE_HEADINGS,
  fatesByType,
  type ImportedResource,
  type ImportPlace,
  openByReason,
  type ResourceFate,
} from '../../core/import/index.ts'
import { PlaceLink } from '../kit/PlaceLink.tsx'
import { Section } from '../kit/Section.tsx'

/** The rest is in the file. */
const MOST_SHOWN = 100

/** What became of every resource of templates, plans and states, folded by fate and type, and which of their values could not be worked out. */
export function Fates({ resources }: { readonly resources: readonly ImportedResource[] }) {
  return (
    <>
      <Open resources={resources} />
      {(Object.keys(FATE_HEADINGS) as ResourceFate[]).map((fate) => (
        <Fate key={fate} resources={resources} fate={fate} />
      ))}
    </>
  )
}

function Fate({ resources, fate }: { readonly resources: readonly ImportedResource[]; readonly fate: ResourceFate }) {
  const types = fatesByType(resources, fate)
  if (types.length === 0) return null
  const count = types.reduce((sum, one) => sum + one.resources.length, 0)
  return (
    <Section title={`${FATE_HEADINGS[fate]} (${count})`} startClosed>
      {types.map(({ type, resources: same }) => (
        <Group key={type} title={`${type} (${same.length})`} count={same.length}>
          {same.slice(0, MOST_SHOWN).map(({ id, place, construct = id }) => (
            <Item key={`${place.file} ${id}`} place={place}>
              {fate === 'construct' ? (
                <PlaceLink origin={{ construct, path: [] }} plain>
                  {id}
                </PlaceLink>
              ) : (
                id
              )}
            </Item>
          ))}
        </Group>
      ))}
    </Section>
  )
}

/** What could not be worked out, a reason each. */
function Open({ resources }: { readonly resources: readonly ImportedResource[] }) {
  const reasons = openByReason(resources)
  if (reasons.length === 0) return null
  const count = reasons.reduce((sum, { values }) => sum + values.length, 0)
  return (
    <Section title={`Values that could not be worked out (${count})`} startClosed>
      {reasons.map(({ reason, values }) => (
        <Group key={reason} title={`Not known, as ${reason} (${values.length})`} count={values.length}>
          {values.slice(0, MOST_SHOWN).map(({ name, place }) => (
            <Item key={`${place.file} ${name}`} place={place}>
              {name}
            </Item>
          ))}
        </Group>
      ))}
    </Section>
  )
}

function Group(props: { readonly title: string; readonly count: number; readonly children: React.ReactNode }) {
  return (
    <div className="mb-2 text-xs">
      <h4 className="mb-0.5 break-words font-medium">{props.title}</h4>
      <ul className="flex flex-col">{props.children}</ul>
      {props.count > MOST_SHOWN ? <p className="text-faint">… and {props.count - MOST_SHOWN} more.</p> : null}
    </div>
  )
}

function Item({ place, children }: { readonly place: ImportPlace; readonly children: React.ReactNode }) {
  return (
    <li className="flex min-h-6 flex-wrap items-center gap-x-2">
      <span className="min-w-0 break-all">{children}</span>
      <span className="break-all text-faint">{describeFilePlace({ ...place, key: null })}</span>
    </li>
  )
}
