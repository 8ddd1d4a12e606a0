// How long devices between client and server remember an idle TCP connection. Data only: figures read in the maker's own text are `verified`,
// those on which third parties agree `secondary`; hearsay is left out. What follows for a configuration is model/keepalive's business.

/** What remembers the connection. `reference`: no such device, a figure to compare with. */
export type NatKind =
  | 'cloud-nat'
  | 'cloud-lb'
  | 'cloud-firewall'
  | 'host-conntrack'
  | 'kernel'
  | 'firewall'
  | 'router'
  | 'home-router'
  | 'cgn'
  | 'mobile'
  | 'standard'
  | 'reference';

/** One device or service and its idle timeout for an established TCP connection. */
export interface NatTimeout {
  readonly id: string;
  readonly name: string;
  readonly kind: NatKind;
  /** As delivered. */
  readonly seconds: number;
  /** The range or the setting by which it can be changed; absent: fixed, or not known. */
  readonly configurable?: string;
  /** Where the figure was read. */
  readonly source: string;
  readonly status: 'verified' | 'secondary';
  /** What else is worth knowing. */
  readonly note?: string;
}

const AWS = 'https://docs.aws.amazon.com';

/** By kind, the best known first. */
export const NAT_TIMEOUTS: readonly NatTimeout[] = [
  {
    id: 'azure-load-balancer',
    name: 'Azure Load Balancer',
    kind: 'cloud-lb',
    seconds: 240,
    configurable: '4 to 100 minutes, per rule',
    source: 'https://learn.microsoft.com/en-us/azure/load-balancer/load-balancer-tcp-idle-timeout',
    status: 'verified',
    note: 'Forgets silently unless TCP reset is switched on',
  },
  {
    id: 'azure-nat-gateway',
    name: 'Azure NAT gateway',
    kind: 'cloud-nat',
    seconds: 240,
    configurable: '4 to 120 minutes',
    source: 'https://cloudnetworking.pro/cloud-nat-timeouts-demystified',
    status: 'secondary',
    note: 'Said to answer later packets with a reset',
  },
  {
    id: 'azure-aks-outbound',
    name: 'Azure Kubernetes Service, outbound flows',
    kind: 'cloud-nat',
    seconds: 1800,
    configurable: '4 to 120 minutes',
    source:
      'https://learn.microsoft.com/en-us/dotnet/api/microsoft.azure.powershell.cmdlets.aks.models.api20230201.imanagedclusterloadbalancerprofile.idletimeoutinminute',
    status: 'verified',
  },
  {
    id: 'aws-nat-gateway',
    name: 'AWS NAT gateway',
    kind: 'cloud-nat',
    seconds: 350,
    source: `${AWS}/vpc/latest/userguide/nat-gateway-troubleshooting.html`,
    status: 'secondary',
    note: 'Fixed; the next packet is answered with a reset',
  },
  {
    id: 'aws-nlb',
    name: 'AWS Network Load Balancer',
    kind: 'cloud-lb',
    seconds: 350,
    configurable: '60 to 6000 seconds for TCP listeners',
    source: `${AWS}/elasticloadbalancing/latest/network/update-idle-timeout.html`,
    status: 'verified',
  },
  {
    id: 'aws-gwlb',
    name: 'AWS Gateway Load Balancer',
    kind: 'cloud-lb',
    seconds: 350,
    configurable: '60 to 6000 seconds',
    source: 'https://docs.amazonaws.cn/en_us/elasticloadbalancing/latest/gateway/update-idle-timeout.html',
    status: 'verified',
  },
  {
    id: 'aws-network-firewall',
    name: 'AWS Network Firewall',
    kind: 'cloud-firewall',
    seconds: 350,
    configurable: '60 to 6000 seconds',
    source: `${AWS}/network-firewall/latest/APIReference/API_FlowTimeouts.html`,
    status: 'verified',
    note: 'Later packets are dropped',
  },
  {
    id: 'aws-sg-nitro-v6',
    name: 'EC2 security groups on Nitro v6 instances',
    kind: 'host-conntrack',
    seconds: 350,
    configurable: '60 to 432000 seconds',
    source: `${AWS}/AWSEC2/latest/APIReference/API_ConnectionTrackingSpecificationRequest.md`,
    status: 'verified',
    note: 'Acts on the server itself: a move to a newer instance type can cut idle sessions that used to last',
  },
  {
    id: 'aws-sg-older',
    name: 'EC2 security groups on older instances',
    kind: 'host-conntrack',
    seconds: 432000,
    configurable: '60 to 432000 seconds',
    source: `${AWS}/AWSEC2/latest/APIReference/API_ConnectionTrackingSpecificationRequest.md`,
    status: 'verified',
  },
  {
    id: 'gcp-vpc-conntrack',
    name: 'Google Cloud VPC connection tracking',
    kind: 'cloud-firewall',
    seconds: 600,
    source: 'https://cloud.google.com/compute/docs/troubleshooting',
    status: 'verified',
    note: 'Fixed; a packet from the server opens the way again, so probes from sshd help',
  },
  {
    id: 'gcp-cloud-nat',
    name: 'Google Cloud NAT',
    kind: 'cloud-nat',
    seconds: 1200,
    configurable: 'per gateway',
    source: 'https://pub.dev/documentation/googleapis/latest/compute_v1/RouterNat/tcpEstablishedIdleTimeoutSec.html',
    status: 'verified',
    note: 'The connection tracking of the VPC gives up earlier, after 600 seconds',
  },
  {
    id: 'linux-conntrack',
    name: 'Linux connection tracking',
    kind: 'kernel',
    seconds: 432000,
    configurable: 'sysctl net.netfilter.nf_conntrack_tcp_timeout_established',
    source: 'Linux kernel documentation, networking/nf_conntrack-sysctl',
    status: 'verified',
  },
  {
    id: 'kube-proxy',
    name: 'Kubernetes nodes with kube-proxy',
    kind: 'kernel',
    seconds: 86400,
    configurable: '--conntrack-tcp-timeout-established',
    source: 'public copies of the kube-proxy reference',
    status: 'verified',
    note: "Sets the node's connection tracking",
  },
  {
    id: 'openwrt',
    name: 'OpenWrt and routers built on it',
    kind: 'home-router',
    seconds: 7440,
    configurable: 'sysctl',
    source: 'sysctl files of OpenWrt derivatives',
    status: 'secondary',
  },
  {
    id: 'rfc5382',
    name: 'RFC 5382, the least a NAT should keep',
    kind: 'standard',
    seconds: 7440,
    source: 'https://datatracker.ietf.org/doc/html/rfc5382',
    status: 'verified',
    note: 'Requirement 5; many devices forget sooner',
  },
  {
    id: 'cisco-asa',
    name: 'Cisco ASA',
    kind: 'firewall',
    seconds: 3600,
    configurable: 'timeout conn',
    source: 'public copies of Cisco ASA documentation',
    status: 'verified',
  },
  {
    id: 'juniper-srx',
    name: 'Juniper SRX, junos-ssh',
    kind: 'firewall',
    seconds: 1800,
    configurable: 'per application',
    source: 'published listings of the built-in applications',
    status: 'secondary',
  },
  {
    id: 'juniper-services-card',
    name: 'Junos services card NAT (MS, SPC3)',
    kind: 'cgn',
    seconds: 30,
    configurable: '4 to 86400 seconds',
    source:
      'https://juniper.net/documentation/en_US/junos/topics/reference/configuration-statement/inactivity-timeout-edit-interfaces.html',
    status: 'verified',
    note: 'The shortest known; only probes every 10 to 15 seconds survive it',
  },
  {
    id: 'fortigate-npu',
    name: 'Fortinet FortiGate, NP7',
    kind: 'firewall',
    seconds: 3600,
    configurable: '1 to 86400 seconds',
    source:
      'https://docs.fortinet.com/document/fortigate/6.2.9/hardware-acceleration/844515/config-tcp-timeout-profile',
    status: 'verified',
  },
  {
    id: 'pf-normal',
    name: 'OpenBSD and FreeBSD pf',
    kind: 'firewall',
    seconds: 86400,
    configurable: 'set timeout tcp.established',
    source: 'pf source code, PFTM_TCP_ESTABLISHED_VAL',
    status: 'verified',
  },
  {
    id: 'pf-aggressive',
    name: 'pf with optimization aggressive (also pfSense, OPNsense)',
    kind: 'firewall',
    seconds: 18000,
    configurable: 'set optimization',
    source: 'pfctl source code, table of hints',
    status: 'verified',
  },
  {
    id: 'pf-conservative',
    name: 'pf with optimization conservative',
    kind: 'firewall',
    seconds: 432000,
    configurable: 'set optimization',
    source: 'pfctl source code, table of hints',
    status: 'verified',
  },
  {
    id: 'mikrotik',
    name: 'MikroTik RouterOS',
    kind: 'router',
    seconds: 86400,
    configurable: 'tcp-established-timeout',
    source: 'published RouterOS configurations',
    status: 'secondary',
  },
  {
    id: 'vpp-det44',
    name: 'FD.io VPP deterministic NAT',
    kind: 'cgn',
    seconds: 7440,
    configurable: 'det44 timeouts',
    source: 'public copies of FD.io VPP documentation',
    status: 'verified',
  },
  {
    id: 'vasexperts-cgnat',
    name: 'VAS Experts Stingray CG-NAT',
    kind: 'cgn',
    seconds: 600,
    configurable: 'lifetime_flow_long',
    source: 'https://wiki.vasexperts.ru/doku.php?id=en:dpi:opt_cgnat:faq:cgnat_faq_3',
    status: 'verified',
    note: 'The maker answers a question about dropped SSH sessions there',
  },
  {
    id: 'twilio-super-sim',
    name: 'Twilio Super SIM mobile network',
    kind: 'mobile',
    seconds: 21600,
    source: 'https://twilio.com/docs/iot/supersim/super-sim-network-timeouts',
    status: 'verified',
    note: 'Fixed; a visited network may forget sooner',
  },
  {
    id: 'linksys-befsr41',
    name: 'Linksys BEFSR41 home router',
    kind: 'home-router',
    seconds: 7200,
    source: 'http://www.dslreports.com/faq/7792',
    status: 'verified',
    note: 'Fixed; an old device',
  },
  {
    id: 'linux-tcp-keepalive',
    name: 'Linux TCP keepalive, first probe',
    kind: 'reference',
    seconds: 7200,
    configurable: 'sysctl net.ipv4.tcp_keepalive_time',
    source: 'https://folio-org.atlassian.net/wiki/spaces/SYSOPS/pages/749010945/TCP+Keepalive',
    status: 'verified',
    note: 'No NAT: it shows why TCPKeepAlive alone comes too late. A dead peer is noticed after 7875 seconds',
  },
];

/** A path to plan for: the shortest timeout on it, and keepalive values that fit. */
export interface NatProfile {
  readonly name: 'strict' | 'aws' | 'gcp' | 'cgn' | 'lan';
  /** The idle timeout to stay below. */
  readonly seconds: number;
  /** Suggested ClientAliveInterval, at most half of `seconds`, so that one lost probe does no harm. */
  readonly interval: number;
  /** Suggested ClientAliveCountMax. */
  readonly countMax: number;
  /** What the profile stands for, a phrase. */
  readonly covers: string;
  /** The ids of the timeouts it was made from; the shortest of them is its own. */
  readonly devices: readonly string[];
}

/** The profiles `sshdConfig.keepalive.path` may name. */
export const NAT_PROFILES: readonly NatProfile[] = [
  {
    name: 'strict',
    seconds: 240,
    interval: 60,
    countMax: 3,
    covers: 'Azure, AWS, Google Cloud and most home routers',
    devices: ['azure-load-balancer', 'azure-nat-gateway', 'aws-nat-gateway', 'gcp-vpc-conntrack', 'openwrt'],
  },
  {
    name: 'aws',
    seconds: 350,
    interval: 120,
    countMax: 3,
    covers: 'NAT gateways, load balancers and firewalls of AWS',
    devices: ['aws-nat-gateway', 'aws-nlb', 'aws-gwlb', 'aws-network-firewall', 'aws-sg-nitro-v6'],
  },
  {
    name: 'gcp',
    seconds: 600,
    interval: 120,
    countMax: 3,
    covers: 'Google Cloud VPC networks',
    devices: ['gcp-vpc-conntrack', 'gcp-cloud-nat'],
  },
  {
    name: 'cgn',
    seconds: 30,
    interval: 10,
    countMax: 6,
    covers: 'carrier NAT that forgets after 30 seconds',
    devices: ['juniper-services-card'],
  },
  {
    name: 'lan',
    seconds: 7440,
    interval: 300,
    countMax: 3,
    covers: 'own networks with nothing but long timeouts on the way',
    devices: ['rfc5382', 'openwrt', 'vpp-det44'],
  },
];

/** The profile of that name, in any case. */
export function natProfile(name: string): NatProfile | undefined {
  const wanted = name.trim().toLowerCase();
  return NAT_PROFILES.find((profile) => profile.name === wanted);
}
