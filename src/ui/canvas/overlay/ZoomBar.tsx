import { useStore } from '@xyflow/react'
import { LayoutGrid, Map as MapIcon, Maximize, Minus, Plus } from 'lucide-react'
import { IconButton } from '../../kit/IconButton.tsx'
import { useStores } from '../../kit/useStore.ts'
import { fitView, tidy, zoomIn, zoomOut, zoomTo100 } from '../commands.ts'

const SIZE = 15

interface ZoomBarProps {
  readonly isMapShown: boolean
  readonly onToggleMap: () => void
}

/** Zoom, fit, tidy and the map, in the lower left corner. */
export function ZoomBar({ isMapShown, onToggleMap }: ZoomBarProps) {
  const stores = useStores()
  const percent = useStore((state) => Math.round(state.transform[2] * 100))
  return (
    <div role="toolbar" aria-label="View" className="zoom-bar canvas-control">
      <IconButton label="Zoom out" keys="Ctrl+−" icon={<Minus size={SIZE} />} onClick={() => zoomOut(stores)} />
      <button
        type="button"
        className="zoom-level"
        aria-label={`${percent} percent, show at 100 percent`}
        data-tip="Show at 100 %"
        data-keys="Ctrl+0"
        onClick={() => zoomTo100(stores)}
      >
        {percent} %
      </button>
      <IconButton label="Zoom in" keys="Ctrl++" icon={<Plus size={SIZE} />} onClick={() => zoomIn(stores)} />
      <span className="zoom-rule" />
      <IconButton
        label="Fit everything"
        keys="Shift+1"
        icon={<Maximize size={SIZE} />}
        onClick={() => fitView(stores)}
      />
      <IconButton label="Tidy up" icon={<LayoutGrid size={SIZE} />} onClick={() => tidy(stores)} />
      <IconButton label="Map" pressed={isMapShown} icon={<MapIcon size={SIZE} />} onClick={onToggleMap} />
    </div>
  )
}
