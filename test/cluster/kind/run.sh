#!/usr/bin/env bash
# Runs the proofs on the cluster of up.sh. Argo CD's pods reach this machine at the gateway of kind's network.
set -euo pipefail
cd "$(dirname "$0")/../../.."

CLUSTER_TEST_GIT_HOST=$(docker network inspect kind --format '{{range .IPAM.Config}}{{println .Gateway}}{{end}}' | grep --max-count 1 --fixed-strings .)
export CLUSTER_TEST_GIT_HOST
test/cluster/kind/bind-claims.sh &
trap 'kill $!' EXIT
npm run test:cluster
