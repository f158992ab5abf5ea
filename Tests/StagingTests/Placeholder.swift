// Tests of StagingTests follow.
