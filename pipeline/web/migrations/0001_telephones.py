"""Telephones and paper codes, sealed; those kept in the clear are taken over and wiped."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from pipeline.web.sealing import digest_of, seal

OLD = ("otp_static_statictoken", "otp_static_staticdevice", "otp_totp_totpdevice")


def take_over(apps: Any, schema_editor: Any) -> None:
    """Seal the keys and digest the codes that django-otp's own tables hold, then drop these; on SQLite their bytes are zeroed."""
    connection = schema_editor.connection
    there = set(connection.introspection.table_names()) & set(OLD)
    if not there:
        return
    telephone, paper, code = (apps.get_model("web", model) for model in ("Telephone", "Paper", "PaperCode"))
    with connection.cursor() as cursor:
        if "otp_totp_totpdevice" in there:
            cursor.execute("SELECT user_id, name, confirmed, key, drift, last_t FROM otp_totp_totpdevice")
            for account, name, confirmed, key, drift, last_t in cursor.fetchall():
                telephone.objects.create(
                    user_id=account, name=name, confirmed=bool(confirmed), drift=drift, last_t=last_t,
                    sealed=seal(account, bytes.fromhex(key)),
                )
        if {"otp_static_statictoken", "otp_static_staticdevice"} <= there:
            cursor.execute(
                "SELECT d.user_id, t.token FROM otp_static_statictoken t JOIN otp_static_staticdevice d ON d.id = t.device_id"
            )
            kept = {}
            for account, token in cursor.fetchall():
                if account not in kept:
                    kept[account] = paper.objects.create(user_id=account, name="kertas")
                code.objects.create(paper=kept[account], digest=digest_of(account, token))
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA secure_delete = ON")
        for table in OLD:
            if table in there:
                cursor.execute(f"DELETE FROM {table}")
                cursor.execute(f"DROP TABLE {table}")
        cursor.execute("DELETE FROM django_migrations WHERE app IN ('otp_totp', 'otp_static')")


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ("records", "0009_accounts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Paper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='The human-readable name of this device.', max_length=64)),
                ('confirmed', models.BooleanField(default=True, help_text='Is this device ready for use?')),
                ('throttling_failure_timestamp', models.DateTimeField(blank=True, default=None, help_text='A timestamp of the last failed verification attempt. Null if last attempt succeeded.', null=True)),
                ('throttling_failure_count', models.PositiveIntegerField(default=0, help_text='Number of successive failed attempts.')),
                ('user', models.ForeignKey(help_text='The user that this device belongs to.', on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PaperCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(db_index=True, max_length=64)),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='web.paper')),
            ],
        ),
        migrations.CreateModel(
            name='Telephone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='The human-readable name of this device.', max_length=64)),
                ('confirmed', models.BooleanField(default=True, help_text='Is this device ready for use?')),
                ('throttling_failure_timestamp', models.DateTimeField(blank=True, default=None, help_text='A timestamp of the last failed verification attempt. Null if last attempt succeeded.', null=True)),
                ('throttling_failure_count', models.PositiveIntegerField(default=0, help_text='Number of successive failed attempts.')),
                ('sealed', models.CharField(max_length=120)),
                ('drift', models.SmallIntegerField(default=0)),
                ('last_t', models.BigIntegerField(default=-1)),
                ('user', models.ForeignKey(help_text='The user that this device belongs to.', on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.RunPython(take_over, migrations.RunPython.noop),
    ]
