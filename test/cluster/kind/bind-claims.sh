#!/usr/bin/env bash
# Makes a volume for each claim that waits for one, until it is stopped. The volumes are as fake as the nodes: a path that
# no container ever mounts.
set -euo pipefail

# One line a claim: namespace, name, uid, class, size, access modes.
pending() {
  kubectl get persistentvolumeclaims --all-namespaces --output \
    'go-template={{range .items}}{{if and (eq .status.phase "Pending") (not .spec.volumeName)}}{{.metadata.namespace}} {{.metadata.name}} {{.metadata.uid}} {{.spec.storageClassName}} {{.spec.resources.requests.storage}} {{range .spec.accessModes}}{{.}},{{end}}{{"\n"}}{{end}}{{end}}'
}

volume() {
  local namespace=$1 name=$2 uid=$3 class=$4 size=$5 modes=$6
  cat <<VOLUME
---
apiVersion: v1
kind: PersistentVolume
metadata:
  name: claim-$uid
spec:
  accessModes: [$modes]
  capacity:
    storage: $size
  claimRef:
    apiVersion: v1
    kind: PersistentVolumeClaim
    namespace: $namespace
    name: $name
    uid: $uid
  hostPath:
    path: /tmp/claim-$uid
  persistentVolumeReclaimPolicy: Retain
  storageClassName: $class
VOLUME
}

while true; do
  pending | while read -r namespace name uid class size modes; do
    volume "$namespace" "$name" "$uid" "$class" "$size" "$modes"
  done | kubectl apply --server-side --filename - 2>&1 | grep -v '^error: no objects passed to apply$' || true
  sleep 1
done
