export type { AccessBook, NewToken, Tenant, TenantNeeded, TokenRecord } from './access/access-book.js';
export { accessGranted } from './access/access-granted.js';
export type { Myself } from './access/access-granted.js';
export { admit } from './access/admit.js';
export type { Admission, Knock } from './access/admit.js';
export { AuthUnreachable } from './access/auth-unreachable.js';
export type { UnreachableServer } from './access/auth-unreachable.js';
export type { AccessAnswer, AccessQuestion, Authentication, Bearer, TenantUuids } from './access/authentication.js';
export { BriefMemory } from './access/brief-memory.js';
export type { BriefMemoryOptions } from './access/brief-memory.js';
export { requiredAccess } from './access/required-access.js';
export { tenantsBelow } from './access/tenants-below.js';
export { tokenState } from './access/token-state.js';
export type { TokenState } from './access/token-state.js';
export { ANNOUNCEMENT_NAMES } from './announce/announcement.js';
export type { AnnouncedCall, Announcement, AnnouncementName } from './announce/announcement.js';
export type { AnnouncementBook, AnnouncementSession, PublisherPosition } from './announce/announcement-book.js';
export type { AnnouncementFeed, ExportState, FeedLine } from './announce/announcement-feed.js';
export { announceChanges } from './announce/announce-changes.js';
export type { AnnounceParts, Announced } from './announce/announce-changes.js';
export { announcementsOf } from './announce/announcements-of.js';
export type { Telling } from './announce/announcements-of.js';
export { ChangeStream } from './announce/change-stream.js';
export type { ChangeStreamParts, StreamListener, StreamedChange } from './announce/change-stream.js';
export { FEED_START, feedPlace, isBehind, justBefore } from './announce/feed-place.js';
export type { FeedPlace } from './announce/feed-place.js';
export type { Publisher } from './announce/publisher.js';
export { retryDelaySeconds } from './announce/retry-delay.js';
export type { TellingParts } from './announce/tell-lines.js';
export { deliveryId, deliveryOf } from './announce/webhooks/delivery.js';
export type { Delivery, DeliverySender } from './announce/webhooks/delivery.js';
export type { DeliveryBook, DeliveryKey, FailedDelivery, ParkedDelivery } from './announce/webhooks/delivery-book.js';
export { DEFAULT_RETRIES, nextTry } from './announce/webhooks/next-try.js';
export type { RetryPlan } from './announce/webhooks/next-try.js';
export { isFor } from './announce/webhooks/webhook.js';
export type { Webhook } from './announce/webhooks/webhook.js';
export { WEBHOOK_PREFIX, WebhookPublisher } from './announce/webhooks/webhook-publisher.js';
export type { WebhookParts } from './announce/webhooks/webhook-publisher.js';
export type { ArchivedCall, ArchivedConversation, DeletedMedia } from './archive/archived-call.js';
export { ARCHIVE_FORMAT_VERSION, archivedCallJson } from './archive/archived-call-json.js';
export { BUS_EVENTS } from './bus/bus-events.js';
export type { BusEvent, BusEvents, TakeBusEvent } from './bus/bus-events.js';
export { readBusOrder } from './bus/bus-order.js';
export type { BusOrder } from './bus/bus-order.js';
export { consumeBus } from './bus/consume-bus.js';
export type { BusState, ConsumeBusOptions } from './bus/consume-bus.js';
export type { BusWork } from './bus/obey-bus.js';
export type { CallLogArchive, CallLogArchives, PromisedArchive } from './archive/call-log-archives.js';
export type { CallLogRestorer, Conflict, RestoreCalls, Restored } from './archive/call-log-restorer.js';
export { decideRestore } from './archive/decide-restore.js';
export type { Restoration, RestoreDecision, Standing } from './archive/decide-restore.js';
export { importCallLogs } from './archive/import-call-logs.js';
export type { CallLogArchiveReader, CallLogsImported, ImportCallLogsOptions } from './archive/import-call-logs.js';
export type { PurgeArchivesOptions } from './archive/purge-archives.js';
export type { KeepCalls } from './archive/keep-calls.js';
export { readArchivedCall } from './archive/read-archived-call.js';
export type { BrokenRow, CelSource } from './cel-source.js';
export { correlateCels } from './correlate-cels.js';
export type { CelsCorrelated, CorrelateCelsOptions } from './correlate-cels.js';
export type { Dialect } from './dialect.js';
export type { DirectoryQuestion, DirectorySource } from './directory-source.js';
export { readEventTime } from './event-time/event-time.js';
export { localTime } from './event-time/local-time.js';
export type { LocalTime } from './event-time/local-time.js';
export type { ArchiveDraft, ArchiveEntry, ExportArchives } from './exports/export-archives.js';
export type { ExportBook, ExportItem, ExportLimits, ExportSession, LocatedItem, NewExport, SettledItem } from './exports/export-book.js';
export type { ExportMailer } from './exports/export-mailer.js';
export type { ExportQueue } from './exports/export-queue.js';
export { getExport, openExport } from './exports/open-export.js';
export type { ExportOpening, WhichExport } from './exports/open-export.js';
export { previewExports, purgeExports } from './exports/purge-exports.js';
export type { ExportsPurged, PurgeExportsParts, TenantExports } from './exports/purge-exports.js';
export { exportFileName } from './exports/recording-export.js';
export type { ExportStatus, RecordingExport } from './exports/recording-export.js';
export { requestExport } from './exports/request-export.js';
export type { ExportRequest, ExportRequested, RequestParts } from './exports/request-export.js';
export { resumeExports } from './exports/resume-exports.js';
export { runExport } from './exports/run-export.js';
export type { ExportRun, RunExportParts } from './exports/run-export.js';
export type { Batch, CallLogBook, Claim, Spared } from './generate/call-log-book.js';
export type { CelStore, SpanRead } from './generate/cel-store.js';
export { decideWrites } from './generate/decide-writes.js';
export type { CallLogWrite, ConversationWrite, Decision } from './generate/decide-writes.js';
export { generateCallLogs } from './generate/generate-call-logs.js';
export type { Seeds } from './generate/generate-call-logs.js';
export type { Generated, GenerateOptions } from './generate/generate-options.js';
export { tellMissed } from './generate/tell-missed.js';
export type { Rechecked } from './generate/tell-missed.js';
export { MESSAGE_CHANNEL } from './generate/tell-conversations.js';
export { spansOf, uncovered } from './generate/id-span.js';
export type { IdSpan } from './generate/id-span.js';
export type { Extent, KnownConversation, Outcome } from './generate/outcome.js';
export { deleteCallLogs, previewDeletion } from './generate/delete-call-logs.js';
export type { Deleted, DeleteOptions, Deletion } from './generate/delete-call-logs.js';
export type { Appended, CelTable } from './import/cel-table.js';
export { importCels } from './import/import-cels.js';
export type { CelsImported, ImportCelsOptions } from './import/import-cels.js';
export { decideTurn, pendingRetry } from './jobs/decide-turn.js';
export type { PendingRetry, Turn, Wish } from './jobs/decide-turn.js';
export type { Job, JobHold, JobResult } from './jobs/job.js';
export { LOST_RUN, RUNS_KEPT } from './jobs/job-book.js';
export type { JobBook, JobNote, JobRecord } from './jobs/job-book.js';
export type { JobRun, JobRunEnd, JobRunState, JobTrigger, NewJobRun } from './jobs/job-run.js';
export { jobStanding } from './jobs/job-standing.js';
export type { JobStanding } from './jobs/job-standing.js';
export { DEFAULT_JOBS, DEFAULT_SCHEDULES, JOB_NAMES } from './jobs/jobs-settings.js';
export type { JobName, JobsSettings, RetrySettings, SchedulesSettings } from './jobs/jobs-settings.js';
export type { Pulse } from './jobs/pulse.js';
export { beginJob, runJob } from './jobs/run-job.js';
export type { HeldWish, JobBegun, JobEnded, RunJobParts } from './jobs/run-job.js';
export type { Timetable } from './jobs/timetable.js';
export { backOffSeconds } from './live/back-off.js';
export type { ArrivalTrouble, CelArrival, CelArrivals, HearArrival, Lifetime } from './live/cel-arrivals.js';
export { Endings } from './live/endings.js';
export type { LiveClaim, LiveClaims } from './live/live-claims.js';
export { liveGeneration } from './live/live-generation.js';
export type { LiveGeneration } from './live/live-generation.js';
export type { LiveOptions } from './live/live-options.js';
export type { LiveState } from './live/live-state.js';
export type { BeginWait, Wait } from './live/waits.js';
export { Waits } from './live/waits.js';
export type { BookStatus, Run, RunBook } from './read/book-status.js';
export { cdrFacts } from './read/cdr-facts.js';
export type { CdrFacts } from './read/cdr-facts.js';
export { listedCall, userUuidsOf } from './read/listed-call.js';
export type { ListedCall, OwnedCallLog } from './read/listed-call.js';
export { cdrItem } from './read/cdr-item.js';
export type { CdrItem } from './read/cdr-item.js';
export { isoTime } from './read/iso-time.js';
export type { CallLogSearch, CdrFilter, CdrOrder, CdrPageAt, CdrPlace } from './read/call-log-search.js';
export type { CdrStatus } from './read/cdr-status.js';
export type { CallLogChange, ChangeFeed } from './read/change-feed.js';
export { numberPattern } from './read/number-pattern.js';
export type { NumberPattern } from './read/number-pattern.js';
export { recordingInSearch } from './read/recording-in-search.js';
export type { SearchedRecording } from './read/recording-in-search.js';
export type { CallLogFilter, CallLogPage, CallLogs } from './read/call-logs.js';
export { explainCallLog } from './read/explain-call-log.js';
export type { ExplainCallLogOptions, Explained } from './read/explain-call-log.js';
export { deleteRecordingMedia, deleteRecordingsOf } from './recordings/delete-recording-media.js';
export type {
  AllMediaDeleted,
  MediaDeleted,
  MediaDeletion,
  MediaDeletionParts,
  MediaDeletions,
  MediaKept,
  NotRemoved,
} from './recordings/delete-recording-media.js';
export { openRecordingMedia } from './recordings/open-recording-media.js';
export type { NotedFile } from './recordings/noted-file.js';
export type { MediaOpening, MediaParts, MediaRequest } from './recordings/open-recording-media.js';
export type { RecordingAccess, RecordingAction, RecordingAsker, RecordingAudit } from './recordings/recording-audit.js';
export type { RecordingBook } from './recordings/recording-book.js';
export { recordingFileName } from './recordings/recording-file-name.js';
export { nextBatchSize } from './retention/batch-size.js';
export { filterInMonth, picksNobody } from './retention/filter-in-month.js';
export { previewPurge, purge } from './retention/purge.js';
export type { PurgeOptions } from './retention/purge.js';
export type { PolicyShare, PurgePlan } from './retention/purge-plan.js';
export { TenantTally } from './retention/purge-report.js';
export type { FileFailure, PurgePreview, PurgeReport, TenantCounts } from './retention/purge-report.js';
export type {
  CallMonth,
  CallsToPurge,
  MarkedRecording,
  PurgeBatch,
  PurgedCall,
  PurgeRun,
  PurgeSession,
  PurgeStore,
  StorePreview,
} from './retention/purge-store.js';
export type { OpenFile, Opening, RecordingFiles, Removal, Sight } from './retention/recording-files.js';
export { setTenantRetention } from './retention/tenant-retention.js';
export type { TenantRetention, TenantRetentions } from './retention/tenant-retention.js';
export { isUntold, tellEach } from './tell-each.js';
export type { CallTagger, Narrator, Untold } from './tell-each.js';
export type { RetagBook, Retagging } from './retag/retag-book.js';
export { retagCallLogs } from './retag/retag-call-logs.js';
export type { RetagOptions, Retagged } from './retag/retag-call-logs.js';
export { decideOrphan } from './sweep/decide-orphan.js';
export type { OrphanFate, OrphanQuestion } from './sweep/decide-orphan.js';
export type { FoundFile, Listed, SweepFiles, SweptDirectory, Whereabouts } from './sweep/sweep-files.js';
export { sweepRecordings } from './sweep/sweep-recordings.js';
export type { SweepOptions } from './sweep/sweep-recordings.js';
export type { SuspiciousDirectory, SweepFinding, SweepReport } from './sweep/sweep-report.js';
export type { NamedRecording, RecordingsPage, StillUntold, SweepSession, SweepStore } from './sweep/sweep-store.js';
export { deleteTranscription, storeTranscription } from './transcriptions/store-transcription.js';
export type { TranscriptionParts } from './transcriptions/store-transcription.js';
export { transcriptionItem } from './transcriptions/transcription-item.js';
export type {
  Transcription,
  TranscriptionBook,
  TranscriptionFilter,
  TranscriptionPage,
  TranscriptionPlace,
} from './transcriptions/transcription-book.js';
export { previewTenantRemoval, removeTenant } from './tenants/remove-tenant.js';
export type { RemoveTenantOptions, RemoveTenantParts, TenantPurged, TenantRemoved } from './tenants/remove-tenant.js';
export { unknownTenants } from './tenants/sync-tenants.js';
export type { ListedTenant, TenantRegistry } from './tenants/sync-tenants.js';
export type { StoredTenant, TenantBook, TenantForgotten, TenantLeft } from './tenants/tenant-book.js';
export type { AgentFigures, AgentTimes } from './statistics/agent-figures.js';
export type { QueueFigures, WaitClass } from './statistics/queue-figures.js';
export type {
  AgentSums,
  CountedAgent,
  CountedQueue,
  FiguresQuestion,
  QueueSums,
  StatisticsBook,
  WaitSums,
} from './statistics/statistics-book.js';
export type { Interval, StatisticsChoice } from './statistics/statistics-choice.js';
export { MOST_INTERVALS } from './statistics/intervals.js';
export { tellAgents, tellQueues, tellWaits } from './statistics/tell-statistics.js';
export type { Statistics, StatisticsAsked, StatisticsLine } from './statistics/tell-statistics.js';
export { zoneOf } from './statistics/zone.js';
export type { Zone } from './statistics/zone.js';
