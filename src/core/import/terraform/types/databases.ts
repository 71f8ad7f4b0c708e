import type { Seen, TerraformType, TerraformTypes } from './terraformType.ts'
import { plainType } from './terraformType.ts'
import { listed } from './values.ts'

const DNS = { address: 'Endpoint.Address', endpoint: 'Endpoint.Address', reader_endpoint: 'ReadEndpoint.Address' }

/** A group of subnets, which databases name. */
const subnetGroup = (type: string, name: string): TerraformType => ({
  type,
  renamed: { name, subnet_ids: 'SubnetIds' },
  attributes: { id: 'Ref', name: 'Ref' },
  ignores: 'name_prefix description supported_network_types vpc_id',
})

const cluster = (type: string, group: string): TerraformType => ({
  type,
  same: 'port engine',
  renamed: {
    cluster_identifier: 'DBClusterIdentifier',
    [group]: 'DBSubnetGroupName',
    vpc_security_group_ids: 'VpcSecurityGroupIds',
  },
  attributes: DNS,
})
const member = (type: string): TerraformType => ({
  type,
  same: 'engine publicly_accessible availability_zone',
  renamed: {
    identifier: 'DBInstanceIdentifier',
    cluster_identifier: 'DBClusterIdentifier',
    db_subnet_group_name: 'DBSubnetGroupName',
    neptune_subnet_group_name: 'DBSubnetGroupName',
  },
  attributes: DNS,
})

const domain = (type: string): TerraformType => ({
  type,
  authored: 'vpc_options',
  renamed: { domain_name: 'DomainName' },
  more: (seen) => {
    const [options] = seen.blocks('vpc_options')
    return { VPCOptions: options && { SubnetIds: options.subnet_ids, SecurityGroupIds: options.security_group_ids } }
  },
  attributes: { endpoint: 'DomainEndpoint' },
})

/** File systems of FSx stand in their first subnet, or in all. */
const files = (kind: string): TerraformType => ({
  type: 'AWS::FSx::FileSystem',
  same: 'subnet_ids security_group_ids',
  more: () => ({ FileSystemType: kind }),
})

const list = (seen: Seen, name: string) => listed(seen.get(name))

/** What answers in subnets: databases, caches, queues, file systems. Source: AWS provider, resources of these services. */
export const databases: TerraformTypes = {
  aws_db_instance: {
    type: 'AWS::RDS::DBInstance',
    same: 'engine publicly_accessible availability_zone multi_az',
    renamed: {
      identifier: 'DBInstanceIdentifier',
      db_subnet_group_name: 'DBSubnetGroupName',
      vpc_security_group_ids: 'VPCSecurityGroups',
    },
    more: (seen) => ({ Port: seen.given('port') }),
    attributes: DNS,
  },
  aws_db_subnet_group: subnetGroup('AWS::RDS::DBSubnetGroup', 'DBSubnetGroupName'),
  aws_rds_cluster: cluster('AWS::RDS::DBCluster', 'db_subnet_group_name'),
  aws_rds_cluster_instance: member('AWS::RDS::DBInstance'),
  aws_db_proxy: {
    type: 'AWS::RDS::DBProxy',
    same: 'engine_family',
    renamed: { name: 'DBProxyName', vpc_subnet_ids: 'VpcSubnetIds', vpc_security_group_ids: 'VpcSecurityGroupIds' },
    attributes: { endpoint: 'Endpoint' },
  },
  aws_docdb_cluster: cluster('AWS::DocDB::DBCluster', 'db_subnet_group_name'),
  aws_docdb_cluster_instance: member('AWS::DocDB::DBInstance'),
  aws_docdb_subnet_group: subnetGroup('AWS::DocDB::DBSubnetGroup', 'DBSubnetGroupName'),
  aws_neptune_cluster: cluster('AWS::Neptune::DBCluster', 'neptune_subnet_group_name'),
  aws_neptune_cluster_instance: member('AWS::Neptune::DBInstance'),
  aws_neptune_subnet_group: subnetGroup('AWS::Neptune::DBSubnetGroup', 'DBSubnetGroupName'),
  aws_elasticache_cluster: {
    type: 'AWS::ElastiCache::CacheCluster',
    same: 'engine port num_cache_nodes',
    renamed: {
      cluster_id: 'ClusterName',
      subnet_group_name: 'CacheSubnetGroupName',
      security_group_ids: 'VpcSecurityGroupIds',
    },
    attributes: { cluster_address: 'ConfigurationEndpoint.Address' },
  },
  aws_elasticache_replication_group: {
    type: 'AWS::ElastiCache::ReplicationGroup',
    same: 'engine port security_group_ids num_cache_clusters',
    renamed: { replication_group_id: 'ReplicationGroupId', subnet_group_name: 'CacheSubnetGroupName' },
    attributes: {
      primary_endpoint_address: 'PrimaryEndPoint.Address',
      reader_endpoint_address: 'ReaderEndPoint.Address',
      configuration_endpoint_address: 'ConfigurationEndPoint.Address',
    },
  },
  aws_elasticache_subnet_group: subnetGroup('AWS::ElastiCache::SubnetGroup', 'CacheSubnetGroupName'),
  aws_elasticache_serverless_cache: plainType(
    'AWS::ElastiCache::ServerlessCache',
    'engine subnet_ids security_group_ids',
    {
      name: 'ServerlessCacheName',
    },
  ),
  aws_memorydb_cluster: plainType('AWS::MemoryDB::Cluster', 'engine port security_group_ids subnet_group_name', {
    name: 'ClusterName',
  }),
  aws_memorydb_subnet_group: subnetGroup('AWS::MemoryDB::SubnetGroup', 'SubnetGroupName'),
  aws_dax_cluster: plainType('AWS::DAX::Cluster', 'subnet_group_name security_group_ids cluster_name'),
  aws_dax_subnet_group: subnetGroup('AWS::DAX::SubnetGroup', 'SubnetGroupName'),
  aws_elasticsearch_domain: domain('AWS::Elasticsearch::Domain'),
  aws_opensearch_domain: domain('AWS::OpenSearchService::Domain'),
  aws_redshift_cluster: {
    type: 'AWS::Redshift::Cluster',
    same: 'port publicly_accessible cluster_identifier cluster_subnet_group_name vpc_security_group_ids availability_zone',
    attributes: { dns_name: 'Endpoint.Address', endpoint: 'Endpoint.Address' },
  },
  aws_redshift_subnet_group: subnetGroup('AWS::Redshift::ClusterSubnetGroup', 'ClusterSubnetGroupName'),
  aws_redshiftserverless_workgroup: plainType(
    'AWS::RedshiftServerless::Workgroup',
    'subnet_ids security_group_ids port publicly_accessible workgroup_name',
  ),
  aws_msk_cluster: {
    type: 'AWS::MSK::Cluster',
    authored: 'broker_node_group_info',
    same: 'cluster_name',
    more: (seen) => {
      const nodes = seen.block('broker_node_group_info')
      return { BrokerNodeGroupInfo: { ClientSubnets: nodes.client_subnets, SecurityGroups: nodes.security_groups } }
    },
  },
  aws_msk_serverless_cluster: {
    type: 'AWS::MSK::ServerlessCluster',
    authored: 'vpc_config',
    same: 'cluster_name',
    more: (seen) => ({
      VpcConfigs: seen
        .blocks('vpc_config')
        .map((one) => ({ SubnetIds: one.subnet_ids, SecurityGroups: one.security_group_ids })),
    }),
  },
  aws_efs_mount_target: {
    type: 'AWS::EFS::MountTarget',
    same: 'file_system_id subnet_id security_groups ip_address',
    ignores:
      'dns_name mount_target_dns_name availability_zone_id availability_zone_name file_system_arn network_interface_id ipv6_address ip_address_type',
  },
  aws_efs_file_system: plainType('AWS::EFS::FileSystem', ''),
  aws_fsx_lustre_file_system: files('LUSTRE'),
  aws_fsx_windows_file_system: files('WINDOWS'),
  aws_fsx_ontap_file_system: files('ONTAP'),
  aws_fsx_openzfs_file_system: files('OPENZFS'),
  aws_mq_broker: plainType(
    'AWS::AmazonMQ::Broker',
    'broker_name deployment_mode engine_type publicly_accessible security_groups subnet_ids',
  ),
  aws_dms_replication_instance: {
    type: 'AWS::DMS::ReplicationInstance',
    same: 'publicly_accessible vpc_security_group_ids replication_instance_identifier availability_zone',
    renamed: { replication_subnet_group_id: 'ReplicationSubnetGroupIdentifier' },
  },
  aws_dms_replication_subnet_group: {
    type: 'AWS::DMS::ReplicationSubnetGroup',
    same: 'subnet_ids',
    renamed: { replication_subnet_group_id: 'ReplicationSubnetGroupIdentifier' },
  },
  aws_sagemaker_notebook_instance: {
    type: 'AWS::SageMaker::NotebookInstance',
    same: 'subnet_id direct_internet_access',
    renamed: { name: 'NotebookInstanceName', security_groups: 'SecurityGroupIds' },
  },
  aws_directory_service_directory: {
    type: 'AWS::DirectoryService::MicrosoftAD',
    authored: 'vpc_settings',
    same: 'name',
    more: (seen) => ({
      VpcSettings: { VpcId: seen.block('vpc_settings').vpc_id, SubnetIds: seen.block('vpc_settings').subnet_ids },
    }),
  },
  aws_transfer_server: {
    type: 'AWS::Transfer::Server',
    authored: 'endpoint_details',
    same: 'endpoint_type protocols',
    more: (seen) => {
      const [details] = seen.blocks('endpoint_details')
      return {
        EndpointDetails: details && {
          VpcId: details.vpc_id,
          SubnetIds: details.subnet_ids,
          SecurityGroupIds: details.security_group_ids,
          AddressAllocationIds: details.address_allocation_ids,
          VpcEndpointId: details.vpc_endpoint_id,
        },
      }
    },
  },
  aws_workspaces_directory: plainType('AWS::WorkSpaces::Directory', 'directory_id subnet_ids'),
  aws_ec2_instance_connect_endpoint: {
    type: 'AWS::EC2::InstanceConnectEndpoint',
    same: 'subnet_id security_group_ids',
    ignores: 'dns_name fips_dns_name network_interface_ids availability_zone preserve_client_ip ip_address_type vpc_id',
  },
  aws_vpclattice_resource_gateway: {
    type: 'AWS::VpcLattice::ResourceGateway',
    same: 'name subnet_ids security_group_ids ip_address_type',
    renamed: { vpc_id: 'VpcIdentifier' },
    more: (seen) => ({ Ipv4AddressesPerEni: list(seen, 'ipv4_addresses_per_eni')[0] }),
    ignores: 'status resource_config_dns_resolution',
  },
}
