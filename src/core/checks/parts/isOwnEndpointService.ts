/** Whether a service name is that of somebody's own endpoint service, which no published list holds. */
export const isOwnEndpointService = (service: string): boolean => /\.vpce-svc-[0-9a-z]+$/.test(service)
