interface PopupPlace {
  readonly side?: 'bottom' | 'right'
  readonly align?: 'start' | 'end'
  /** As wide as what it belongs to, at least. */
  readonly matchWidth?: boolean
}

const GAP = 4
const MARGIN = 8

/** Puts a surface of the top layer beside its anchor, on the other side where there is no room. */
export function placePopup(
  popup: HTMLElement,
  anchor: Element,
  { side = 'bottom', align = 'start', matchWidth }: PopupPlace,
) {
  const at = anchor.getBoundingClientRect()
  if (matchWidth) popup.style.minWidth = `${at.width}px`
  popup.style.maxHeight = ''
  const { width, height } = popup.getBoundingClientRect()
  const room = { width: window.innerWidth, height: window.innerHeight }
  let left = side === 'right' ? at.right + GAP : align === 'end' ? at.right - width : at.left
  let top = side === 'right' ? at.top : at.bottom + GAP
  if (side === 'bottom' && top + height > room.height - MARGIN) {
    const above = at.top - GAP
    const below = room.height - MARGIN - top
    if (above - MARGIN > below) top = Math.max(MARGIN, above - height)
    popup.style.maxHeight = `${Math.max(above > below ? above - MARGIN : below, 120)}px`
  }
  if (side === 'right') top = Math.min(top, room.height - height - MARGIN)
  left = Math.max(MARGIN, Math.min(left, room.width - width - MARGIN))
  popup.style.left = `${left}px`
  popup.style.top = `${Math.max(MARGIN, top)}px`
}
