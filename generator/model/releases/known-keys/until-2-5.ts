/** Keys that no family after 2.3 knows. */
export const ONLY_2_3 = `
common.ImportMaxFileSize common.consistencyLevelUsedInDelete common.retentionDuration
dataNode.bulkinsert.maxMemorySize dataNode.bulkinsert.readBufferSize dataNode.bulkinsert.timeout.seconds
dataNode.flushMgrCleanInterval dataNode.memory.watermarkCluster dataNode.memory.watermarkStandalone dataNode.segment.cpLagPeriod
dataNode.segment.cpLagSyncLimit
minio.ssl.enabled
mysql.address mysql.dbName mysql.maxIdleConns mysql.maxOpenConns mysql.password mysql.port mysql.username
queryNode.scheduler.maGpuReadConcurrency queryNode.segcore.growing.enableIndex queryNode.segcore.growing.nlist
queryNode.segcore.growing.nprobe
rootCoord.ImportTaskSubPath rootCoord.importMaxPendingTaskCount rootCoord.importTaskExpiration rootCoord.importTaskRetention
`;

/** Keys of 2.3 that 2.4 was the last to know. */
export const UNTIL_2_4 = `
common.chanNamePrefix.dataCoordStatistic common.chanNamePrefix.rootCoordDelta common.chanNamePrefix.search
common.chanNamePrefix.searchResult common.subNamePrefix.proxySubNamePrefix common.subNamePrefix.queryNodeSubNamePrefix
common.subNamePrefix.rootCoordSubNamePrefix
dataCoord.compaction.max.segment dataCoord.compaction.workerMaxParallelTaskNum
dataNode.timetick.byRPC
grpc.log.clientMaxRecvSize grpc.log.clientMaxSendSize grpc.log.serverMaxRecvSize grpc.log.serverMaxSendSize
knowhere.simdType
queryNode.cache.enabled queryNode.scheduler.scheduleReadPolicy.maxPendingTask
quotaAndLimits.limitReading.coolOffSpeed quotaAndLimits.limitReading.queueProtection.enabled
quotaAndLimits.limitReading.queueProtection.nqInQueueThreshold quotaAndLimits.limitReading.queueProtection.queueLatencyThreshold
quotaAndLimits.limitReading.resultProtection.enabled quotaAndLimits.limitReading.resultProtection.maxReadResultRate
`;

/** Keys of 2.3 that 2.5 was the last to know. */
export const UNTIL_2_5 = `
indexNode.enableDisk indexNode.gracefulStopTimeout indexNode.grpc.clientMaxRecvSize indexNode.grpc.clientMaxSendSize
indexNode.grpc.serverMaxRecvSize indexNode.grpc.serverMaxSendSize indexNode.internalPort indexNode.ip
indexNode.maxDiskUsagePercentage indexNode.port
natsmq.server.initializeTimeout natsmq.server.maxFileStore natsmq.server.maxPayload natsmq.server.maxPending
natsmq.server.monitor.debug natsmq.server.monitor.logFile natsmq.server.monitor.logSizeLimit natsmq.server.monitor.logTime
natsmq.server.monitor.trace natsmq.server.port natsmq.server.retention.maxAge natsmq.server.retention.maxBytes
natsmq.server.retention.maxMsgs natsmq.server.storeDir
queryNode.grouping.enabled
`;

/** Keys that 2.4 alone knows. */
export const ONLY_2_4 = `
common.healthcheck.interval.seconds common.healthcheck.timeout.seconds
dataCoord.channel.balanceWithRpc dataCoord.compaction.clustering.dropTolerance dataCoord.segment.enableLevelZero
dataCoord.segment.segmentFlushInterval
quotaAndLimits.limitReading.resultProtection.maxReadResultRatePerCollection
quotaAndLimits.limitReading.resultProtection.maxReadResultRatePerDB
`;

/** Keys that 2.4 brought and 2.6 dropped. */
export const FROM_2_4_TO_2_5 = `
common.security.rbac.overrideBuiltInPrivilgeGroups.enabled common.storage.scheme
dataNode.dataSync.maxParallelSyncMgrTasks dataNode.import.maxConcurrentTaskNum dataNode.import.maxTaskSlotNum
queryNode.mmap.chunkCache
`;

/** Keys that 2.5 alone knows. */
export const ONLY_2_5 = `
common.threadCoreCoefficient.chunkCache
dataCoord.channel.maxConcurrentChannelTaskNumPerDN dataCoord.enabledJSONKeyStatsInSort dataCoord.flushAllMaxParallelTasks
indexCoord.enabledJsonKeyStats
indexNode.standaloneSlotFactor indexNode.workerSlotUnit
mq.dispatcher.maxDispatcherNumPerPchannel mq.dispatcher.retrySleep mq.dispatcher.retryTimeout
queryNode.segcore.jsonIndexCommitInterval queryNode.segcore.jsonIndexMemoryBudgetInTantivy
`;
