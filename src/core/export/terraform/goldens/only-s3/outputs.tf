output "id_of_gateway_endpoint1" {
  description = "Id of gateway-endpoint-1"
  value       = aws_vpc_endpoint.gateway_endpoint1.id
}

output "service_name_of_gateway_endpoint1" {
  description = "Name of the service of gateway-endpoint-1"
  value       = aws_vpc_endpoint.gateway_endpoint1.service_name
}

output "id_of_data5d2737377d1a" {
  description = "Id of Data"
  value       = aws_vpc.data5d2737377d1a.id
}

output "id_of_subnet1" {
  description = "Id of subnet-1"
  value       = aws_subnet.subnet1.id
}

output "id_of_route_table1" {
  description = "Id of route-table-1"
  value       = aws_default_route_table.route_table1.id
}
