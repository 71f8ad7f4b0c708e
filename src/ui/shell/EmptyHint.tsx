import { LayoutTemplate } from 'lucide-react'
import { Button } from '../kit/Button.tsx'
import { useDesign, useStores, useView } from '../kit/useStore.ts'

/** What to do on an empty canvas; gone with the first VPC. */
export function EmptyHint() {
  const { view } = useStores()
  const empty = useDesign(({ design }) =>
    Object.values(design.constructs).every(({ kind }) => kind === 'account' || kind === 'region'),
  )
  // It lies over the canvas, which must take what is about to be put down.
  const placing = useView((state) => state.placing !== null)
  if (!empty || placing) return null
  return (
    <div className="pointer-events-none absolute inset-0 z-10 flex items-center justify-center overflow-hidden p-4">
      <div className="pointer-events-auto max-w-sm rounded-xl border border-line bg-surface px-6 py-4 text-center">
        <p className="font-medium text-sm">Draw a network, then ask it something</p>
        <p className="mt-1 hidden text-soft text-xs leading-5 min-[900px]:block">
          Drag a VPC from the palette onto the canvas, put a subnet and a client in it, and ask above. Or begin with a
          template that answers at one click.
        </p>
        <Button
          look="primary"
          className="mt-3"
          icon={<LayoutTemplate aria-hidden size={15} />}
          onClick={() => view.getState().openDialog('start')}
        >
          Choose a template
        </Button>
      </div>
    </div>
  )
}
