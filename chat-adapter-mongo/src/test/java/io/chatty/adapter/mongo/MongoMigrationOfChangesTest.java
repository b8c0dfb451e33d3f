package io.chatty.adapter.mongo;

/** The same with what the last version of schema 1 wrote. */
class MongoMigrationOfChangesTest extends MongoMigrationTest {

    @Override
    OldData data() {
        return OldData.SCHEMA_1_WITH_CHANGES;
    }

    @Override
    protected String epoch() {
        return "IAI5SScDDbrljCLuRgGogA";
    }

    @Override
    protected boolean hasChanges() {
        return true;
    }
}
