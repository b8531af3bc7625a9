#!/usr/bin/env bash
# Prints six fake nodes in three zones, each as large as the environments together need.
set -euo pipefail

for number in 1 2 3 4 5 6; do
  cat <<NODE
---
apiVersion: v1
kind: Node
metadata:
  name: fake-$number
  annotations:
    kwok.x-k8s.io/node: fake
  labels:
    kubernetes.io/arch: amd64
    kubernetes.io/hostname: fake-$number
    kubernetes.io/os: linux
    topology.kubernetes.io/region: region-1
    topology.kubernetes.io/zone: zone-$(((number - 1) % 3 + 1))
status:
  allocatable: &size { cpu: "32", memory: 256Gi, ephemeral-storage: 1Ti, pods: "110" }
  capacity: *size
NODE
done
