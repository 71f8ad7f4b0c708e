import { lazyPart } from '../kit/lazyPart.tsx'
import { Section } from '../kit/Section.tsx'
import { useDesign } from '../kit/useStore.ts'

const Palette = lazyPart(async () => (await import('../palette/index.ts')).Palette)
const Outline = lazyPart(async () => (await import('./Outline.tsx')).Outline)

/** What can be placed, and everything that is: the palette above, the outline below. */
export function LeftRail() {
  const opened = useDesign((state) => state.opened)
  return (
    <aside
      aria-label="Palette and outline"
      className="absolute inset-y-0 left-0 z-20 flex w-56 shrink-0 flex-col border-line border-r bg-surface shadow-popup [&_nav]:border-r-0 min-[900px]:static min-[900px]:w-44 min-[900px]:shadow-none min-[1280px]:w-52 min-[1600px]:w-60"
    >
      <h2 className="sr-only">What can be placed, and what is there</h2>
      <div className="min-h-0 grow">
        <Palette />
      </div>
      {/* another design is looked at from its beginning */}
      <div key={opened} className="relative max-h-[38%] shrink-0 overflow-y-auto border-line border-t">
        <Section
          title="Outline"
          className="border-t-0! [&>div:first-child]:sticky [&>div:first-child]:top-0 [&>div:first-child]:z-10 [&>div:first-child]:bg-surface"
        >
          <Outline />
        </Section>
      </div>
    </aside>
  )
}
