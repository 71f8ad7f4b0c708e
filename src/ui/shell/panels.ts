// The content of the right panel, as one part that is fetched after the page itself.
export { FindingsPanel } from '../findings/FindingsPanel.tsx'
export { InspectorPanel } from '../inspector/InspectorPanel.tsx'
export { RequestsPanel } from '../request/RequestsPanel.tsx'
export { TracePanel } from '../trace/TracePanel.tsx'
