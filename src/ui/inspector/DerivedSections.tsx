import type { AccessRequest, ConstructId } from '../../core/model/index.ts'
import { Button } from '../kit/Button.tsx'
import { PlaceLink } from '../kit/PlaceLink.tsx'
import { Section } from '../kit/Section.tsx'
import { useAnswer } from '../kit/useAnswer.ts'
import { useStores } from '../kit/useStore.ts'

function AskButton({ request, label }: { readonly request: AccessRequest; readonly label: string }) {
  const { actions } = useStores()
  return (
    <dd className="mt-1 w-full">
      <Button onClick={() => void actions.askAbout(request)} aria-label={`Does it reach ${label}?`}>
        Does it get there?
      </Button>
    </dd>
  )
}

/** Values that nobody typed: they follow from the design, and each says from where. */
export function DerivedSections({ id }: { readonly id: ConstructId }) {
  const { value: sections } = useAnswer('derive', { id })
  if (!sections || sections.length === 0) return null
  return (
    <div className="mt-4">
      {sections.map((section) => (
        <Section
          key={section.title}
          title={section.title}
          mark={<span className="shrink-0 font-normal text-faint">· derived</span>}
        >
          <dl className="flex flex-col gap-1.5 text-xs">
            {section.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity and are drawn anew together
              <div key={index} className="flex flex-wrap items-baseline gap-x-3 rounded-md bg-sunken px-2 py-1.5">
                <dt className="min-w-0 break-words text-soft">{row.label}</dt>
                <dd className="ml-auto min-w-0 break-words text-right font-mono">{row.value}</dd>
                {row.from ? (
                  <dd className="w-full text-faint">
                    {row.origin ? (
                      <PlaceLink origin={row.origin} className="min-h-0! py-0.5">
                        {row.from}
                      </PlaceLink>
                    ) : (
                      row.from
                    )}
                  </dd>
                ) : null}
                {row.ask ? <AskButton request={row.ask} label={row.label} /> : null}
              </div>
            ))}
          </dl>
        </Section>
      ))}
    </div>
  )
}
