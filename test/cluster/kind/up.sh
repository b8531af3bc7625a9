#!/usr/bin/env bash
# Makes the cluster that `npm run test:cluster` wants, with kind: a real control plane and a real Argo CD, fake nodes on which
# pods become Ready without running. KUBECONFIG says where the cluster's address goes.
set -euo pipefail
cd "$(dirname "$0")"
: "${KUBECONFIG:?is not set}"

IMAGE=kindest/node:v1.34.0@sha256:7416a61b42b1662ca6ca89f02028ac133a309a2a30ba309614e8ec94d976dc5a
STAGES=https://github.com/kubernetes-sigs/kwok/releases/download/v0.8.0/stage-fast.yaml

kind create cluster --name milvus-gitops --image "$IMAGE" --wait 120s
kubectl taint nodes milvus-gitops-control-plane node-role.kubernetes.io/control-plane=:NoSchedule --overwrite

kubectl apply --server-side --kustomize kwok
kubectl wait --for condition=Established crd/stages.kwok.x-k8s.io --timeout 60s
kubectl apply --server-side --filename "$STAGES"
kubectl --namespace kube-system rollout status deployment/kwok-controller --timeout 180s

kubectl create namespace argocd
kubectl apply --server-side --kustomize argocd
kubectl --namespace argocd rollout status deployment,statefulset --timeout 300s

kubectl apply --server-side --kustomize prometheus-operator
kubectl apply --server-side --kustomize cert-manager
kubectl apply --server-side --kustomize keda
kubectl apply --server-side --kustomize eck
kubectl wait --for condition=Established crd --all --timeout 60s

# The provisioner of a class cannot be changed.
kubectl delete storageclass standard
kubectl apply --filename storage-class.yaml
./fake-nodes.sh | kubectl apply --filename -
kubectl wait --for condition=Ready node --all --timeout 120s
