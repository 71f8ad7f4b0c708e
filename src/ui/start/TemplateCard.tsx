import { CornerDownLeft } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Design } from '../../core/model/index.ts'
import type { Template } from '../../core/templates/index.ts'
import { Button } from '../kit/Button.tsx'
import { useStores } from '../kit/useStore.ts'
import { DesignSketch } from './DesignSketch.tsx'

/** One template: what it shows, a small picture of it, and the way into it. */
export function TemplateCard({ template }: { readonly template: Template }) {
  const { actions } = useStores()
  const design = useTemplate(template)
  return (
    <li className="flex flex-col overflow-hidden rounded-lg border border-line bg-surface hover:border-line-strong">
      <div className="h-28 border-line border-b bg-canvas p-2">{design ? <DesignSketch design={design} /> : null}</div>
      <div className="flex grow flex-col p-3">
        <h4 className="font-medium leading-5">{template.title}</h4>
        <p className="mt-1 grow text-soft text-xs leading-[1.125rem]">{template.summary}</p>
        <div className="mt-3 flex gap-2">
          <Button
            look="primary"
            aria-label={`Open and ask: ${template.title}`}
            icon={<CornerDownLeft aria-hidden size={14} />}
            onClick={() => actions.openTemplateAndAsk(template.id)}
          >
            Open and ask
          </Button>
          <Button aria-label={`Open: ${template.title}`} onClick={() => actions.openTemplate(template.id)}>
            Open
          </Button>
        </div>
      </div>
    </li>
  )
}

function useTemplate(template: Template): Design | null {
  const [design, setDesign] = useState<Design | null>(null)
  useEffect(() => {
    let wanted = true
    template.load().then(
      (loaded) => {
        if (wanted) setDesign(loaded)
      },
      () => {
        // Without its picture the card still opens the template, and that says what is wrong with it.
        if (wanted) setDesign(null)
      },
    )
    return () => {
      wanted = false
    }
  }, [template])
  return design
}
